import { Problem } from '@evenkeel/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeCall } from '../testing/fake-call.js';
import { openDoor, read, type Sent } from '../testing/open-door.js';
import { emptyCart, orderSnapshot } from '../testing/samples.js';
import { caller } from '../testing/test-shop.js';

const number = orderSnapshot().facts.orderId;
const CANCEL = `mutation { cancelOrder(number: "${number}") { __typename ... on OrderCancelled { order { number } } } }`;
const keys = new Set<string>();

const call = fakeCall({
  'cart.get-cart': emptyCart,
  'order.cancel-order': ({ key }: { key: string }) => {
    if (key === 'other-body') throw new Problem('house.key-reused', 'This key was used for something else');
    if (key === 'running') throw new Problem('house.key-in-progress', 'Not decided yet', { retryAfter: 2 });
    if (key === 'broken') throw new Error('secret words of the database');
    const replayed = keys.has(key);
    keys.add(key);
    return {
      replayed,
      result: { kind: 'cancelled', order: orderSnapshot({ state: 'cancelled' }), paymentInDoubt: false },
    };
  },
  'inventory.get-stock': () => null,
});

let bff: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  bff = await openDoor(call);
});
afterAll(() => bff.close());

const shop = async (query: string, sent: Sent = {}) =>
  read(await bff.send('/graphql', { body: { query }, ...sent }));
const keyed = (key: string) => shop(CANCEL, { headers: { 'idempotency-key': key } });

test('anyone may ask for __typename', async () => {
  expect(await shop('{ __typename }', { as: null })).toMatchObject({
    status: 200,
    body: { data: { __typename: 'Query' } },
  });
});

test('a key: missing, malformed, two operations, then good, then a replay', async () => {
  expect(await shop(CANCEL)).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
  expect(await keyed('a b')).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_INVALID' });
  const twice = CANCEL.replace(
    'mutation {',
    `mutation { again: cancelOrder(number: "${number}") { __typename }`,
  );
  expect(await shop(twice, { headers: { 'idempotency-key': 'k' } })).toMatchObject({
    status: 400,
    code: 'ONE_KEYED_OPERATION',
  });
  expect(keys.size).toBe(0);
  const first = await keyed('good');
  const second = await keyed('good');
  expect(first).toMatchObject({
    status: 200,
    body: { data: { cancelOrder: { __typename: 'OrderCancelled' } } },
  });
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(second.body).toEqual(first.body);
});

test('a key of another body is 422, one that is still running 409 with the time to wait', async () => {
  expect(await keyed('other-body')).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  const running = await keyed('running');
  expect(running).toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_IN_PROGRESS' });
  expect(running.body.errors?.[0]?.extensions.retryAfter).toBe(2);
  expect(running.headers.get('retry-after')).toBe('2');
});

test('our own faults are masked and carry the trace of the request', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const { body, status } = await shop(CANCEL, { headers: { 'idempotency-key': 'broken', traceparent } });
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(status).toBe(200);
  expect(body.errors?.[0]?.extensions).toEqual({
    code: 'INTERNAL',
    traceId: '0af7651916cd43dd8448eb211c80319c',
  });
});

test('only POST of JSON, and by GET nothing but the feed', async () => {
  const query = encodeURIComponent(CANCEL);
  const get = await bff.send(`/graphql?query=${query}`, {
    method: 'GET',
    headers: { 'idempotency-key': 'k' },
  });
  expect(await read(get)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  expect(await shop('{ cart { quantity } }', { headers: { 'content-type': 'text/plain' } })).toMatchObject({
    status: 415,
  });
  expect(await shop('', { body: '{' })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  expect(await shop('', { body: [{ query: '{ __typename }' }] })).toMatchObject({
    status: 400,
    code: 'BAD_REQUEST',
  });
  expect(await shop('', { body: { query: 'x'.repeat(300_000) } })).toMatchObject({ status: 413 });
  expect(await shop('subscription { feed(topics: [ORDERS]) { cursor } }')).toMatchObject({ status: 406 });
});

test('without a session, or with a token that does not hold, there is no cart', async () => {
  expect(await shop('{ cart { quantity } }', { as: null })).toMatchObject({
    status: 401,
    code: 'NO_SESSION',
  });
  const forged = { 'x-identity-token': 'eyJhbGciOiJIUzI1NiJ9.e30.forged' };
  expect(await shop('{ cart { quantity } }', { headers: forged })).toMatchObject({
    status: 401,
    code: 'NO_SESSION',
  });
});

test('a persisted operation is known by its id', async () => {
  expect(await shop('', { body: { documentId: 'cart' } })).toMatchObject({
    body: { data: { cart: { quantity: 0 } } },
  });
  expect(await shop('', { body: { documentId: 'none' } })).toMatchObject({
    code: 'PERSISTED_DOCUMENT_NOT_FOUND',
  });
});

test('too deep and too costly documents are not run', async () => {
  const deep = `{ product(slug: "a") ${'{ related '.repeat(14)}{ id }${' }'.repeat(14)} }`;
  expect(await shop(deep)).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  const costly =
    '{ products(first: 100) { nodes { reviews(first: 100) { nodes { id body author title } } } } }';
  expect(await shop(costly)).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
});

test('for all but operators the operator API is an address like any other that does not exist', async () => {
  const body = { query: '{ stock(sku: "A") { sku } }' };
  const headers = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
  const nowhere = await read(await bff.send('/nowhere', { body, headers }));
  expect(nowhere.status).toBe(404);
  for (const as of [null, caller({ kind: 'guest' }), caller()]) {
    const { status, body: answer } = await read(await bff.send('/ops/graphql', { body, as, headers }));
    expect({ status, answer }).toEqual({ status: 404, answer: nowhere.body });
  }
  const operator = await read(await bff.send('/ops/graphql', { body, as: caller({ kind: 'operator' }) }));
  expect(operator.body).toEqual({ data: { stock: null } });
});

test('the schema can be read in the demo and not in production', async () => {
  const query = '{ __schema { queryType { name } } }';
  expect((await shop(query)).body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  const production = await openDoor(call, { production: true });
  try {
    const refused = await read(await production.send('/graphql', { body: { query } }));
    expect(refused).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(
      (await read(await production.send('/graphql', { body: { query: '{ crat { quantity } }' } }))).body
        .errors?.[0]?.message,
    ).not.toMatch(/did you mean/i);
  } finally {
    production.close();
  }
});
