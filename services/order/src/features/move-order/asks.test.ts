import type { CallerClaims } from '@evenkeel/contracts';
import type { CorrelationId, OrderId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { at, guest, happens, reached, type Told } from '../../testing/saga-story.js';
import type { SagaInput } from '../../workflows/saga/inputs.js';
import { decide } from '../../workflows/saga/saga.js';
import { type AskItem, answerOf } from './asks.js';

const asks = {
  'order.pay-order': happens.pay('second'),
  'order.cancel-order': happens.cancel,
  'order.request-refund': happens.requestRefund,
} satisfies Record<string, SagaInput>;

/** What a shopper hears who asks for this now. */
function answer(type: keyof typeof asks, { order }: Told, seconds = 1) {
  const item = {
    id: 'command',
    type,
    data: { key: 'k', orderId: '42' as OrderId, token: 'tok' },
    aggregateVersion: 0,
    cause: { id: null, correlationId: 'c' as CorrelationId, traceparent: null },
    caller: { sub: 'mara' } as unknown as CallerClaims,
  } as AskItem;
  const decision = decide(order, asks[type], at(seconds));
  const keyed = answerOf(item, order, decision, at(seconds));
  return keyed.kind === 'decided' ? keyed.result : keyed.kind;
}

const paying = reached.paying();
const closing = paying.when(happens.cancel);

test.each([
  ['a payable order waits for the bank', reached.awaitingPayment(), 1, 'waiting'],
  ['one attempt an order: the open one is told', paying, 1, { kind: 'started' }],
  ['the open one is told in the last seconds, too', paying, 900, { kind: 'started' }],
  [
    'nobody begins in the last seconds',
    reached.awaitingPayment(),
    900,
    { kind: 'not-payable', why: 'too-late' },
  ],
  [
    'a cancelled order is not payable, also while its attempt is being closed',
    closing,
    1,
    { kind: 'not-payable', why: 'state' },
  ],
  ['a paid order is not payable', reached.paid(), 1, { kind: 'not-payable', why: 'state' }],
])('pay: %s', (_, order, seconds, expected) => {
  const told = answer('order.pay-order', order, seconds);
  if (typeof expected === 'string') expect(told).toBe(expected);
  else expect(told).toMatchObject(expected);
});

test.each([
  ['before the payment', reached.awaitingPayment(), { kind: 'cancelled', paymentInDoubt: false }],
  ['while the bank is asked', paying, { kind: 'cancelled', paymentInDoubt: true }],
  ['a paid order: the money goes back', reached.paid(), { kind: 'refunding' }],
  ['what is with the carrier', reached.paid().when(happens.dispatched), { kind: 'not-cancellable' }],
  ['what was cancelled before', closing, { kind: 'not-cancellable' }],
])('cancel: %s', (_, order, expected) => {
  expect(answer('order.cancel-order', order)).toMatchObject(expected);
});

test('refund: only what was paid, and once', () => {
  expect(answer('order.request-refund', reached.paid())).toMatchObject({ kind: 'refunding' });
  expect(answer('order.request-refund', reached.awaitingPayment(guest()))).toMatchObject({
    kind: 'not-refundable',
  });
  const refunding = reached.paid().when(happens.requestRefund);
  expect(answer('order.request-refund', refunding)).toMatchObject({ kind: 'not-refundable' });
});
