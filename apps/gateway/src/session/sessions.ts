import { type CallerClaims, getSession, type Locale, openSession, type Viewer } from '@evenkeel/contracts';
import type { Currency } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';

/** A session is asked for again after this long, so that signing out is felt everywhere within a second. */
const FRESH_MS = 1_000;
const TOKEN_SECONDS = 300;
/** A token is used again for as long as at least this much of it is left. */
const RENEW_BEFORE_MS = 60_000;
const MOST_CACHED = 10_000;

/** A caller at the door: the session, and the token that says so inside the house. */
export interface Caller {
  readonly sessionId: string;
  readonly sessionToken: string;
  readonly identityToken: string;
}

interface Cached {
  readonly found: Promise<Found | null>;
  readonly at: number;
}

interface Found {
  readonly sessionId: string;
  readonly viewer: Viewer;
  readonly identityToken: string;
  readonly validUntil: number;
}

export interface Sessions {
  /** Who the cookie stands for, or null. */
  find(sessionToken: string): Promise<Caller | null>;
  /** A new guest. */
  open(preferences: { locale: Locale; currency: Currency }): Promise<Caller>;
  /** Forgets what is known of a token that was changed. */
  forget(sessionToken: string): void;
}

/** Resolves session cookies through identity, with a cache of a second, and signs identity tokens. */
export function createSessions(house: Pick<House, 'call' | 'tokens'>): Sessions {
  const cache = new Map<string, Cached>();

  async function load(sessionToken: string, before: Found | null): Promise<Found | null> {
    const session = await house.call(getSession, { token: sessionToken });
    if (!session) return null;
    const { viewer } = session;
    const same = before && JSON.stringify(before.viewer) === JSON.stringify(viewer);
    if (same && before.validUntil - Date.now() > RENEW_BEFORE_MS) return before;
    return { ...session, ...(await sign(session.sessionId, viewer)) };
  }

  async function sign(sessionId: string, viewer: Viewer) {
    const { customerId: sub, kind, locale, currency } = viewer;
    const claims: CallerClaims = { sub, kind, locale, currency, sid: sessionId };
    const validUntil = Date.now() + TOKEN_SECONDS * 1_000;
    return { identityToken: await house.tokens.sign(claims, TOKEN_SECONDS), validUntil };
  }

  function remember(sessionToken: string, found: Promise<Found | null>): void {
    cache.delete(sessionToken);
    if (cache.size >= MOST_CACHED) cache.delete(cache.keys().next().value ?? '');
    cache.set(sessionToken, { found, at: Date.now() });
    // A failure is not remembered; whoever waits for it gets it.
    found.catch(() => cache.delete(sessionToken));
  }

  return {
    async find(sessionToken) {
      const cached = cache.get(sessionToken);
      if (!cached || Date.now() - cached.at > FRESH_MS) {
        const before = cached ? await cached.found : null;
        remember(sessionToken, load(sessionToken, before));
      }
      const found = await cache.get(sessionToken)?.found;
      return found ? { sessionId: found.sessionId, sessionToken, identityToken: found.identityToken } : null;
    },
    async open(preferences) {
      const { token, sessionId, viewer } = await house.call(openSession, preferences);
      const signed = await sign(sessionId, viewer);
      remember(token, Promise.resolve({ sessionId, viewer, ...signed }));
      return { sessionId, sessionToken: token, identityToken: signed.identityToken };
    },
    forget: (sessionToken) => void cache.delete(sessionToken),
  };
}
