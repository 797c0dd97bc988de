import { expect, test } from 'vitest';
import { tellsSecret, withoutRow } from './look-at-messages.handler.js';
import { secretsIn } from './secrets.js';

const stored = {
  messageId: '0190a1b2-0000-7000-8000-000000000001',
  subject: 'events.order.order-paid',
  storedAtMs: 0,
};

test.each([
  ['data.password', { data: { password: 'x' } }],
  ['[0].data.token', [{ data: { token: 'anything' } }]],
  ['data.note', { data: { note: 'pay with 4242 4242 4242 4242' } }],
  ['data.note', { data: { note: '4242424242424242' } }],
  ['data.note', { data: { note: 'tok_ok' } }],
  ['data.note', { data: { note: 'whsec_YS1zZWNyZXQtb2Y=' } }],
])('%s is a secret', (path, message) => {
  expect(secretsIn(message)).toEqual([path]);
});

test('numbers of orders, ids, prices and words are none', () => {
  const message = {
    id: '0190a1b2-0000-7000-8000-000000000001',
    traceparent: '00-42424242424242420000000000000000-4242424242424242-01',
    key: '42424242-4242-7242-8242-42424242424a',
    data: {
      orderId: '4242424242424242',
      phone: '+86 138 0013 8002',
      amount: 4_242,
      sku: 'TEA-TRN-3-MIX',
      token: null,
    },
  };
  expect(secretsIn(message)).toEqual([]);
});

test('an event with a secret is told by its place, without it', () => {
  const [difference] = tellsSecret({ ...stored, payload: '[{"data":{"password":"hunter2"}}]' });
  expect(difference).toMatchObject({ class: 'secret-told', subject: stored.messageId });
  expect(JSON.stringify(difference)).not.toContain('hunter2');
});

test('what nobody can read is looked through as it is', () => {
  expect(tellsSecret({ ...stored, payload: 'no json' })).toEqual([]);
  expect(tellsSecret({ ...stored, payload: 'no json, but tok_ok' })).toHaveLength(1);
});

test('a message of which its sender has no row is told by its id', () => {
  const message = { ...stored, payload: '[]' };
  expect(withoutRow('order', [message], [stored.messageId])).toEqual([]);
  expect(withoutRow('order', [message], [])).toMatchObject([
    { class: 'message-without-row', subject: stored.messageId },
  ]);
});
