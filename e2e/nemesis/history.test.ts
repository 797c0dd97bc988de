import { expect, test } from 'vitest';
import { brokenPromise } from './history.js';

const nothing = { paid: false, cancelled: false, refund: false };
const order = (state: string, settled = true) => ({ state, settled });

test.each([
  [nothing, order('EXPIRED')],
  [nothing, order('PAID')],
  [{ ...nothing, paid: true }, order('PAID')],
  [{ ...nothing, paid: true, refund: true }, order('REFUNDED')],
  [{ ...nothing, cancelled: true }, order('CANCELLED')],
])('what was told (%j) may end as %j', (told, end) => {
  expect(brokenPromise(told, end)).toBeNull();
});

test.each([
  [nothing, null, /nobody knows it/],
  [nothing, order('AWAITING_PAYMENT'), /still AWAITING_PAYMENT/],
  [{ ...nothing, paid: true }, order('EXPIRED'), /shown as paid/],
  [{ ...nothing, paid: true, refund: true }, order('PAID'), /refund was accepted/],
  [{ ...nothing, cancelled: true }, order('PAID'), /cancel was accepted/],
  [nothing, order('PAID', false), /not settled/],
] as const)('what was told (%j) may not end as %j', (told, end, why) => {
  expect(brokenPromise(told, end)).toMatch(why);
});
