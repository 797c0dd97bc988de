import { afterEach, expect, test } from 'vitest';
import { cookieOf, openShop, refusalOf } from '../testing/open-shop.js';

let shop: Awaited<ReturnType<typeof openShop>>;
afterEach(() => shop.end());

const SIGN_IN = 'mutation { signIn(input: { email: "m@x.test", password: "p" }) { __typename } }';
const busy = {
  status: 429,
  code: 'TOO_BUSY',
  retryAfter: expect.stringMatching(/^[1-9][0-9]?$/) as string,
  traced: true,
};
const ten = <T>(ask: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, ask));
const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status).sort();

test('a session has its rate, others of the same address have theirs', async () => {
  shop = await openShop({ LIMIT_SESSION_PER_SECOND: 1 });
  const [mine, other] = [cookieOf(await shop.ask()), cookieOf(await shop.ask())];
  const answers = await ten(() => shop.ask({ cookie: mine }));
  // The first question of the session counted too.
  expect(statuses(answers)).toEqual([...Array<number>(9).fill(200), 429]);
  expect(await refusalOf(await shop.ask({ cookie: mine }))).toEqual(busy);
  expect((await shop.ask({ cookie: other })).status).toBe(200);
});

test('an address has its rate', async () => {
  shop = await openShop({ LIMIT_ADDRESS_PER_SECOND: 10 });
  const answers = (await Promise.all(Array.from({ length: 12 }, () => ten(() => shop.ask())))).flat();
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(100);
  expect(await refusalOf(await shop.ask())).toEqual(busy);
});

test('new sessions are counted, questions of those that are there are not', async () => {
  shop = await openShop({ LIMIT_NEW_SESSIONS_PER_MINUTE: 5 });
  const answers = await ten(() => shop.ask());
  expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 429, 429, 429, 429, 429]);
  expect(await refusalOf(await shop.ask())).toEqual(busy);
  const cookie = answers.map(cookieOf).find((found) => found !== '') ?? '';
  expect((await shop.ask({ cookie })).status).toBe(200);
});

test('tries to sign in are counted one by one, however many a request holds', async () => {
  shop = await openShop({ LIMIT_SIGN_INS_PER_MINUTE: 5 });
  const cookie = cookieOf(await shop.ask());
  expect((await shop.ask({ cookie }, SIGN_IN)).status).toBe(200);
  const before = shop.asked.length;
  const many = `mutation { ${'abcdefgh'.replace(/./g, (name) => `${name}: signIn(input: $i) { __typename } `)} }`;
  expect(await refusalOf(await shop.ask({ cookie }, many))).toEqual(busy);
  expect(await refusalOf(await shop.ask({ cookie }, SIGN_IN))).toEqual(busy);
  expect(shop.asked.length).toBe(before);
  expect((await shop.ask({ cookie })).status).toBe(200);
});

test('more at once than the shop can hold are shed', async () => {
  shop = await openShop({ MOST_IN_FLIGHT: 2 });
  const release: (() => void)[] = [];
  shop.answerWith((_, response) => release.push(() => response.end('{}')));
  const inside = [shop.ask(), shop.ask()];
  await expect.poll(() => release.length).toBe(2);
  expect(await refusalOf(await shop.ask())).toEqual({ ...busy, status: 503, retryAfter: '1' });
  for (const answer of release) answer();
  expect(statuses(await Promise.all(inside))).toEqual([200, 200]);
});

test.each([
  ['a proxy that was named is believed who stands behind it', '127.0.0.1', 200],
  ['nobody else is', '', 429],
])('%s', async (_, proxies, status) => {
  shop = await openShop({
    LIMIT_NEW_SESSIONS_PER_MINUTE: 1,
    trustedProxies: proxies === '' ? [] : [proxies],
  });
  const from = (address: string) => shop.ask({ 'x-forwarded-for': address });
  await from('192.0.2.1');
  expect((await from(`192.0.2.${2 + Math.floor(Math.random() * 250)}`)).status).toBe(status);
});
