import { type Locale, Problem, type Viewer } from '@evenkeel/contracts';
import { type Currency, type CustomerId, newId, type SessionId } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import type { SessionCache } from '../../store/session-cache.js';
import {
  deleteSession,
  insertSession,
  type Session,
  type SessionRow,
  selectSession,
  toSession,
  updatePreferences,
} from '../../store/session-store.js';
import { hashToken, newToken } from '../../tokens.js';

export interface Preferences {
  readonly locale: Locale;
  readonly currency: Currency;
}

export interface Sessions {
  /** A session for a new guest. */
  open(preferences: Preferences): Promise<{ token: string; sessionId: SessionId; viewer: Viewer }>;
  get(token: string): Promise<Session | null>;
  /** The session, or `house.not-signed-in`. */
  require(token: string): Promise<Session>;
  /** Ends the session and opens one for a new guest, in the same language and currency. */
  end(token: string): Promise<{ token: string; sessionId: SessionId; viewer: Viewer }>;
  setPreferences(token: string, to: { locale: Locale | null; currency: Currency | null }): Promise<Session>;
  /** Drops what is cached of a token that was changed. */
  forget(token: string): Promise<void>;
}

export function openSessions(db: Database, cache: SessionCache): Sessions {
  const cacheKey = (hash: Buffer) => hash.toString('base64url');
  const noSession = () =>
    new Problem('house.not-signed-in', 'The session is unknown or has ended; ask for a new one');

  const sessions: Sessions = {
    async open({ locale, currency }) {
      const token = newToken();
      const sessionId = newId<SessionId>();
      const customerId = newId<CustomerId>();
      await db.query(insertSession({ sessionId, tokenHash: hashToken(token), customerId, locale, currency }));
      return {
        token,
        sessionId,
        viewer: { customerId, kind: 'guest', name: null, email: null, locale, currency },
      };
    },
    async get(token) {
      const hash = hashToken(token);
      const cached = await cache.get(cacheKey(hash));
      if (cached) return cached;
      const [row] = await db.query<SessionRow>(selectSession(hash));
      if (!row) return null;
      const session = toSession(row);
      await cache.set(cacheKey(hash), session);
      return session;
    },
    async require(token) {
      const session = await sessions.get(token);
      if (!session) throw noSession();
      return session;
    },
    async end(token) {
      const [ended] = await db.query<Preferences>(deleteSession(hashToken(token)));
      await sessions.forget(token);
      return sessions.open(ended ?? { locale: 'en', currency: 'USD' });
    },
    async setPreferences(token, to) {
      const [row] = await db.query<SessionRow>(updatePreferences(hashToken(token), to));
      if (!row) throw noSession();
      await sessions.forget(token);
      return toSession(row);
    },
    forget: (token) => cache.forget(cacheKey(hashToken(token))),
  };
  return sessions;
}
