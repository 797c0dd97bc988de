import {
  type ActionInput,
  type ActionOutput,
  type AnyAction,
  type CallerClaims,
  type Locale,
  Problem,
  type Viewer,
} from '@evenkeel/contracts';
import { type Cause, type CommandId, type Currency, newId } from '@evenkeel/kernel';
import { clientError } from '../graphql/client-error.js';
import { checkInput } from './check-input.js';
import { createLoaders, type Loaders } from './loaders.js';
import type { Reply } from './reply.js';
import type { Shop } from './shop.js';

/** A request that asks more of our services than any page does is cut off here. */
const MOST_CALLS = 150;
/** Long enough for the rest of the request that signed in. */
const NEW_IDENTITY_SECONDS = 60;

/** What came with the request beside the document. */
export interface RequestFacts {
  /** The Idempotency-Key, where the operation needs one; already checked. */
  readonly key: string | null;
  /** The raw session token; only identity may see it. */
  readonly sessionToken: string | null;
  readonly cause: Cause;
  readonly traceId: string;
}

/** Who is calling, as the signed token says; null before there is a session. */
export interface Identity {
  readonly caller: CallerClaims;
  readonly token: string;
  /** Epoch milliseconds at which the token ends. */
  readonly expiresAt: number;
}

export interface RequestContext {
  readonly shop: Shop;
  readonly request: RequestFacts;
  readonly reply: Reply;
  readonly identity: Identity | null;
  readonly locale: Locale;
  readonly currency: Currency;
  readonly loaders: Loaders;
  /** The caller, or the client is told to get a session. */
  requireCaller(): CallerClaims;
  /** Asks a service. Input of a wrong shape is the client's error. */
  ask<A extends AnyAction>(action: A, input: ActionInput<A>): Promise<ActionOutput<A>>;
  /** Commands a service, under a command id of its own. Throws `house.invalid-input` with the issues of the input. */
  command<A extends AnyAction>(action: A, input: ActionInput<A>): Promise<ActionOutput<A>>;
  /** The rest of the request is somebody else's: after sign-in, sign-out and changed preferences. */
  become(viewer: Viewer, sessionId: string): Promise<void>;
  /** Forgets what was loaded: the next event of a live feed must not show what the last one loaded. */
  renew(): void;
}

/** The context of one request. */
export function createContext(
  shop: Shop,
  request: RequestFacts & { readonly identity: Identity | null },
  reply: Reply,
): RequestContext {
  let identity = request.identity;
  let loaders: Loaders | undefined;
  let calls = 0;

  function options() {
    calls += 1;
    if (calls > MOST_CALLS)
      throw clientError('TOO_COSTLY', 'The request asks for too much at once; ask for less');
    return { cause: request.cause, ...(identity ? { token: identity.token } : {}) };
  }

  const context: RequestContext = {
    shop,
    request,
    reply,
    get identity() {
      return identity;
    },
    get locale() {
      return identity?.caller.locale ?? 'en';
    },
    get currency() {
      return identity?.caller.currency ?? 'USD';
    },
    get loaders() {
      loaders ??= createLoaders(context);
      return loaders;
    },
    requireCaller() {
      if (!identity)
        throw clientError('NO_SESSION', 'There is no session; any request without a key makes one');
      return identity.caller;
    },
    async ask(action, input) {
      const { data, issues } = checkInput(action, input);
      const [issue] = issues;
      if (issue) throw clientError('BAD_USER_INPUT', `${issue.path.join('.')}: ${issue.message}`);
      return shop.call(action, data, options());
    },
    async command(action, input) {
      const { data, issues } = checkInput(action, input);
      if (issues.length > 0)
        throw new Problem('house.invalid-input', 'The input is not as it has to be', { issues });
      return shop.call(action, data, { ...options(), commandId: newId<CommandId>() });
    },
    async become(viewer, sessionId) {
      const { customerId, kind, locale, currency } = viewer;
      const caller: CallerClaims = { sub: customerId, kind, locale, currency, sid: sessionId };
      const token = await shop.tokens.sign(caller, NEW_IDENTITY_SECONDS);
      identity = { caller, token, expiresAt: shop.clock.now() + NEW_IDENTITY_SECONDS * 1_000 };
      loaders = undefined;
    },
    renew() {
      loaders = undefined;
      calls = 0;
    },
  };
  return context;
}
