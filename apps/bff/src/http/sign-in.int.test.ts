import type { CallOptions } from '@evenkeel/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeCall } from '../testing/fake-call.js';
import { openDoor, read } from '../testing/open-door.js';
import { SHOPPER } from '../testing/samples.js';
import { caller } from '../testing/test-shop.js';

const viewer = {
  customerId: SHOPPER,
  kind: 'customer',
  name: 'Mara',
  email: 'm@x.test',
  locale: 'zh',
  currency: 'CNY',
};
const guest = caller({ kind: 'guest', sub: '0190a1b2-0000-7000-8000-0000000000bb' as typeof SHOPPER });
let walletOf: unknown;

const call = fakeCall({
  'identity.sign-in': ({ token }: { token: string }) => {
    expect(token).toBe('session-token-of-the-test');
    return {
      kind: 'signed-in',
      token: 'the token of a new session',
      sessionId: 's-2',
      viewer,
      mergedGuestId: guest.sub,
    };
  },
  'identity.set-preferences': () => ({ viewer: { ...viewer, locale: 'en' } }),
  'views.get-wallet': async (_: never, { token }: CallOptions) => {
    walletOf = (await bff.shop.tokens.verify(token ?? '')).sub;
    return {
      customerId: SHOPPER,
      available: 100,
      frozen: 0,
      version: 1,
      entries: { items: [], cursors: [], next: null },
    };
  },
});

let bff: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  bff = await openDoor(call);
});
afterAll(() => bff.close());

test('after sign-in the same request is the customer’s, and the gateway is given the new session', async () => {
  const query = `mutation { signIn(input: { email: "m@x.test", password: "p" }) {
    ... on SignedIn { viewer { kind name wallet { available worth { minor currency } } } }
  } }`;
  const { body, headers } = await read(await bff.send('/graphql', { body: { query }, as: guest }));
  expect(body.data?.signIn).toEqual({
    viewer: {
      kind: 'CUSTOMER',
      name: 'Mara',
      wallet: { available: 100, worth: { minor: 700, currency: 'CNY' } },
    },
  });
  expect(headers.get('x-set-session')).toBe('the token of a new session');
  expect(walletOf).toBe(SHOPPER);
});

test('preferences count from the same request on, and the languages are two', async () => {
  const change = (locale: string) => `mutation { setPreferences(locale: "${locale}") { locale } }`;
  const { body, headers } = await read(await bff.send('/graphql', { body: { query: change('en') } }));
  expect(body.data?.setPreferences).toEqual({ locale: 'en' });
  expect(headers.get('x-set-session')).toBe('session-token-of-the-test');
  const refused = await read(await bff.send('/graphql', { body: { query: change('fr') } }));
  expect(refused.code).toBe('BAD_USER_INPUT');
});
