import { customerRegistered, subscriptions } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { checkPayload, readPayload } from './check-payload.js';

const followed = [subscriptions.loyalty.customers, subscriptions.loyalty.orders];
const { durable } = subscriptions.loyalty.customers;
const ID = '018f0000-0000-7000-8000-000000000001';
const OTHER = '018f0000-0000-7000-8000-000000000002';
const message = {
  id: ID,
  type: customerRegistered.type,
  version: 1,
  occurredAt: '2026-01-01T00:00:00.000Z',
  aggregateId: OTHER,
  aggregateVersion: 1,
  correlationId: OTHER,
  causationId: null,
  traceparent: null,
  data: { customerId: OTHER, name: 'Mara', locale: 'en', at: '2026-01-01T00:00:00.000Z' },
};
const text = (changes: object = {}) => JSON.stringify({ ...message, ...changes });
const check = (before: string, after: string) => checkPayload({ durable, payload: before }, after, followed);

test('a payload that the consumer takes fits, also in place of one that nobody could read', () => {
  for (const before of [text(), text({ data: {} }), '[not JSON', 'null', '"text"', text({ id: 'no id' })])
    expect(check(before, text())).toMatchObject({ fits: true, message: { id: ID } });
});

test.each([
  ['no JSON', '{', []],
  ['no envelope', '[]', []],
  ['data of another shape', text({ data: { ...message.data, locale: 'tlh' } }), ['data', 'locale']],
  ['a version of tomorrow', text({ version: 9 }), []],
  ['a type that nobody declared', text({ type: 'order.order-eaten' }), []],
  ['another id', text({ id: OTHER }), ['id']],
])('%s is answered with where it is wrong', (_, after, path) => {
  const checked = check(text(), after);
  expect(checked.fits === false && checked.issues[0]?.path).toEqual(path);
});

test('what the durable does not follow is not for its consumer', () => {
  const payload = text();
  const read = readPayload({ durable: subscriptions.loyalty.orders.durable, payload }, followed);
  expect(read).toMatchObject({ fits: false, issues: [{ path: ['type'] }] });
  expect(readPayload({ durable: 'loyalty__of-yesterday', payload }, followed)).toMatchObject({
    issues: [{ message: 'loyalty__of-yesterday follows nothing any more' }],
  });
});
