import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Client } from '../support/client.js';
import { listen } from '../support/feed.js';
import { newShopper, operator, placed, shop } from '../support/scenario.js';
import { Shopper } from '../support/shopper.js';

const SKU = 'TEA-TRN-3-MIX';
const LINES = [{ sku: SKU, quantity: 1 }];
const NEVER_ISSUED = '1234567890123456';

/** Everything that can be asked and commanded of an order by its number, and what came of it. */
async function tryEverything({ client }: { client: Client }, number: string) {
  const order = `order(number: $number) { number state email total { minor } timeline { kind } }`;
  const asked = await client.ask(`query ($number: ID!) { ${order} }`, { number });
  const command = (document: string) =>
    client.ask(`mutation ($number: ID!) { ${document} }`, { number }, { key: randomUUID() });
  const refusal = '__typename ... on Refusal { code message }';
  const answers = [
    asked,
    await command(
      `cancelOrder(number: $number) { ${refusal} ... on OrderNotCancellable { order { number } } }`,
    ),
    await command(
      `payOrder(input: { number: $number, token: "tok_ok" }) { ${refusal} ... on OrderNotPayable { order { number } } }`,
    ),
    await command(
      `requestRefund(number: $number) { ${refusal} ... on OrderNotRefundable { order { number } } }`,
    ),
  ];
  return answers.map(({ status, data, errors }) => ({ status, data, errors }));
}

test('another shopper’s order, wallet and cancel are refused as if they did not exist', async () => {
  const owner = await newShopper('customer');
  const { number, total } = await placed(LINES, owner);
  for (const stranger of [await newShopper(), await newShopper('customer')]) {
    const feed = await listen(stranger.client);
    expect(await tryEverything(stranger, number)).toEqual(await tryEverything(stranger, NEVER_ISSUED));
    const { data } = await stranger.client.ask('{ orders { nodes { number } } }');
    expect(data).toEqual({ orders: { nodes: [] } });
    expect(new Set(feed.heard.map(({ kind }) => kind))).toEqual(new Set(['HEARTBEAT']));
    feed.close();
  }
  expect(await (await newShopper()).wallet()).toBeNull();
  // Nothing that was tried had any effect.
  expect(await owner.order(number)).toMatchObject({ state: 'AWAITING_PAYMENT', payment: null });
  await owner.pay(number, 'tok_ok');
  const order = await owner.until(number, ({ settled }) => settled);
  expect(order.paid.minor).toBe(total);
});

test('the feed brings the owner every step, and ends when the session becomes somebody else’s', async () => {
  const owner = await newShopper();
  const feed = await listen(owner.client);
  const { number } = await placed(LINES, owner);
  const steps = () => feed.heard.flatMap(({ order }) => (order?.number === number ? [order.state] : []));
  await expect.poll(steps).toContain('AWAITING_PAYMENT');
  await owner.pay(number, 'tok_ok');
  await expect.poll(steps).toContain('PAID');
  expect(feed.ended()).toBe(false);
  await owner.client.ask('mutation { signOut { kind } }');
  await expect.poll(feed.ended).toBe(true);
});

test('at sign-in cart, orders and keys go over, and the cookie from before is worth nothing', async () => {
  const { gateway } = shop();
  const account = { email: `${randomUUID()}@shopper.test`, password: 'a long password' };
  const customer = await Shopper.guest(gateway);
  const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
  await customer.client.ask(signUp, { input: { ...account, name: 'Mara' } });

  const guest = await Shopper.guest(gateway);
  const total = await guest.priceOf(LINES);
  const key = randomUUID();
  const first = await guest.placeRaw(LINES, { key, total });
  const number = first.data.placeOrder.order?.number ?? '';
  await guest.client.ask(`mutation { setCartLine(sku: "${SKU}", quantity: 3) { __typename } }`);
  const before = { cookie: guest.client.cookie };
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  await guest.client.ask(signIn, { input: account });

  const again = await guest.placeRaw(LINES, { key, total });
  expect([again.replayed, again.data.placeOrder.order?.number]).toEqual([true, number]);
  await expect.poll(() => customer.order(number)).toMatchObject({ number });
  await expect
    .poll(async () => (await customer.client.ask('{ cart { lines { sku quantity } } }')).data)
    .toEqual({ cart: { lines: [{ sku: SKU, quantity: 3 }] } });
  const stale = await new Shopper(gateway).client.ask(
    'query ($number: ID!) { viewer { kind } order(number: $number) { number } }',
    { number },
    { headers: before },
  );
  expect(stale.data).toEqual({ viewer: { kind: 'GUEST' }, order: null });
});

test('the operator API is not there for shoppers, and keeps account of what operators change', async () => {
  const query = `{ stock(sku: "${SKU}") { movements { kind onHandDelta reason } } }`;
  const ops = { path: '/ops/graphql' } as const;
  for (const shopper of [new Shopper(shop().gateway), await newShopper(), await newShopper('customer')]) {
    const { status, data, errors } = await shopper.client.ask(query, {}, ops);
    expect([status, data, errors[0]?.extensions.code]).toEqual([404, undefined, 'NOT_FOUND']);
  }
  const { client } = await operator();
  const adjust = `mutation { adjustStock(sku: "${SKU}", delta: 2, reason: "found two more") { __typename } }`;
  const key = randomUUID();
  expect((await client.ask(adjust, {}, ops)).status).toBe(400);
  const [first, second] = [
    await client.ask(adjust, {}, { ...ops, key }),
    await client.ask(adjust, {}, { ...ops, key }),
  ];
  expect(first.data).toEqual({ adjustStock: { __typename: 'StockAdjusted' } });
  expect([second.replayed, second.data]).toEqual([true, first.data]);
  const { data } = await client.ask<{ stock: { movements: { reason: string | null }[] } }>(query, {}, ops);
  expect(data.stock.movements.filter(({ reason }) => reason === 'found two more')).toEqual([
    { kind: 'ADJUSTED', onHandDelta: 2, reason: 'found two more' },
  ]);
});
