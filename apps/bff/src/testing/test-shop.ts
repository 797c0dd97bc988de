import type { CallerClaims } from '@evenkeel/contracts';
import { manualClock, newId } from '@evenkeel/kernel';
import type { Log, Meter } from '@evenkeel/messaging';
import { FaultRefused, type House, identityTokens } from '@evenkeel/runtime';
import { createFeedHub } from '../feed/feed-hub.js';
import { createReply } from '../request/reply.js';
import { createContext, type RequestContext, type RequestFacts } from '../request/request-context.js';
import type { Shop } from '../request/shop.js';
import { createProductShelf } from '../shelf/product-shelf.js';
import { createSearchDesk } from '../shelf/search-desk.js';
import { createVocabulary } from '../shop/product/vocabulary.js';
import { SHOPPER } from './samples.js';

export const SECRET = 'a secret for tests, long enough for HS256';
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
export const silentMeter: Meter = { count() {}, observe() {}, gauge() {} };

/** Nothing of it can be broken on purpose. */
const unbreakable: Shop['faults'] = {
  list: () => Promise.resolve([]),
  set: () => Promise.reject(new FaultRefused('nobody answers')),
  clear: () => Promise.resolve([]),
};

/** A shop whose services are functions. */
export function testShop(call: House['call'], clock = manualClock(Date.now())): Shop {
  const products = createProductShelf(call, clock);
  const search = createSearchDesk(call, clock);
  return {
    call,
    tokens: identityTokens(SECRET),
    clock,
    demo: true,
    products,
    search,
    vocabulary: createVocabulary({ search, products, clock }),
    feed: createFeedHub(clock, () => products.forgetAll()),
    faults: unbreakable,
    log: silentLog,
  };
}

export function caller(change: Partial<CallerClaims> = {}): CallerClaims {
  return { sub: SHOPPER, kind: 'customer', locale: 'en', currency: 'USD', sid: 's-1', ...change };
}

/** The context of a request of that caller, with a key and a session token. */
export function testContext(shop: Shop, claims: CallerClaims | null = caller()): RequestContext {
  const request: RequestFacts = {
    key: 'key-1',
    sessionToken: 'session-token-of-the-test',
    cause: { id: null, correlationId: newId(), traceparent: null },
    traceId: 'trace-1',
  };
  const identity = claims && { caller: claims, token: 'token', expiresAt: Date.now() + 60_000 };
  return createContext(shop, { ...request, identity }, createReply());
}
