import type { OrderId } from '@evenkeel/kernel';
import type { Act, Configuration, Faults } from '../checker/model.js';
import { configured } from './configured.js';
import { ANNA, cancels, PRICE, pays, placed, SAVE10, wantsBack } from './placed.js';

const FIRST = '101' as OrderId;
const card = (token: string): Act => pays(FIRST, token, 'pay-1');
const another = pays(FIRST, 'tok_ok', 'pay-2');
const [cancel, refund] = [cancels(FIRST), wantsBack(FIRST)];

const ONE_OF_EACH: Faults = { redeliveries: 1, losses: 1, earlyClocks: 1 };
const NOTHING_TWICE: Faults = { redeliveries: 0, losses: 1, earlyClocks: 1 };

/** A guest orders the only piece. */
function guest(name: string, acts: readonly Act[], faults: Faults): Configuration {
  const order = placed({ orderId: FIRST, customerId: ANNA, kind: 'guest', total: PRICE });
  return configured(name, [order], { house: { pieces: 1 }, acts, faults });
}

/** A customer orders the only piece with a coupon and so many of their 10 000 points. */
function customer(name: string, points: number, acts: readonly Act[], faults = NOTHING_TWICE): Configuration {
  const wish = { orderId: FIRST, customerId: ANNA, kind: 'customer', coupon: SAVE10.code, points } as const;
  const order = placed({ ...wish, total: PRICE * 0.9 - points });
  return configured(name, [order], {
    house: { pieces: 1, points: { [ANNA]: 10_000 } },
    acts,
    faults,
  });
}

/** One order alone, through every card and every change of mind. */
export const oneOrder: readonly Configuration[] = [
  guest('a guest pays, or does not', [card('tok_ok')], ONE_OF_EACH),
  guest('a guest pays and cancels', [card('tok_ok'), cancel], NOTHING_TWICE),
  guest('a guest pays and wants the money back', [card('tok_ok'), refund], NOTHING_TWICE),
  guest('a slow card', [card('tok_slow')], ONE_OF_EACH),
  guest('a slow card and a cancel', [card('tok_slow'), cancel], NOTHING_TWICE),
  guest('a slow card and a refund', [card('tok_slow'), refund], NOTHING_TWICE),
  guest('a late callback', [card('tok_callback_late')], NOTHING_TWICE),
  guest('a callback that comes twice', [card('tok_callback_twice')], NOTHING_TWICE),
  guest('callbacks in the wrong order', [card('tok_callbacks_reordered')], NOTHING_TWICE),
  guest('a lost callback, and more that is lost', [card('tok_callback_lost')], {
    ...NOTHING_TWICE,
    losses: 2,
  }),
  guest('a declined card, then another', [card('tok_declined'), another], NOTHING_TWICE),
  guest('a card that is charged too much, then another', [card('tok_wrong_amount'), another], NOTHING_TWICE),
  guest('a card that is charged too much, and a cancel', [card('tok_wrong_amount'), cancel], NOTHING_TWICE),
  guest('a card that is charged in another currency', [card('tok_wrong_currency')], NOTHING_TWICE),
  guest('two cards at once', [card('tok_slow'), another], NOTHING_TWICE),
  customer('points and a coupon, paid or not', 500, [card('tok_ok')]),
  customer('points and a coupon, cancelled', 500, [card('tok_ok'), cancel]),
  customer('points and a coupon, refunded', 500, [card('tok_ok'), refund]),
  // No bank is asked, so nothing can be lost on the way to it.
  customer('points pay for everything', 9_000, [cancel, refund], { ...ONE_OF_EACH, losses: 0 }),
];
