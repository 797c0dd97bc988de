import type { CustomerId, OrderId } from '@evenkeel/kernel';
import type { Configuration } from '../checker/model.js';
import { configured } from './configured.js';
import { ANNA, BEN, cancels, PRICE, pays, placed, SAVE10, wantsBack } from './placed.js';

const [FIRST, SECOND] = ['101', '102'] as [OrderId, OrderId];
const payBoth = [pays(FIRST, 'tok_ok', 'pay-1'), pays(SECOND, 'tok_ok', 'pay-2')];
const ONE_EARLY = { redeliveries: 0, losses: 0, earlyClocks: 1 };
const NO_FAULTS = { redeliveries: 0, losses: 0, earlyClocks: 0 };

const guest = (orderId: OrderId, customerId: CustomerId) =>
  placed({ orderId, customerId, kind: 'guest', total: PRICE });
const withPoints = (orderId: OrderId, points: number) =>
  placed({ orderId, customerId: ANNA, kind: 'customer', points, total: PRICE - points });
const withCoupon = (orderId: OrderId, customerId: CustomerId) =>
  placed({ orderId, customerId, kind: 'customer', coupon: SAVE10.code, total: PRICE * 0.9 });

/** Two orders that want the same thing. */
export const twoOrders: readonly Configuration[] = [
  configured('two orders, one piece', [guest(FIRST, ANNA), guest(SECOND, BEN)], {
    house: { pieces: 1 },
    acts: payBoth,
    faults: ONE_EARLY,
  }),
  configured('two orders, one piece, and money that comes late', [guest(FIRST, ANNA), guest(SECOND, BEN)], {
    house: { pieces: 1 },
    acts: [pays(FIRST, 'tok_slow', 'pay-1'), pays(SECOND, 'tok_ok', 'pay-2')],
    faults: ONE_EARLY,
  }),
  configured('two orders, one piece, and a cancel', [guest(FIRST, ANNA), guest(SECOND, BEN)], {
    house: { pieces: 1 },
    acts: [...payBoth, cancels(FIRST)],
    faults: NO_FAULTS,
  }),
  configured('two orders, one balance', [withPoints(FIRST, 80), withPoints(SECOND, 80)], {
    house: { pieces: 2, points: { [ANNA]: 100 } },
    acts: payBoth,
    faults: NO_FAULTS,
  }),
  configured('two customers, one coupon', [withCoupon(FIRST, ANNA), withCoupon(SECOND, BEN)], {
    house: { pieces: 2, points: { [ANNA]: 0, [BEN]: 0 }, couponUses: 1 },
    acts: payBoth,
    faults: NO_FAULTS,
  }),
  configured('one customer, one coupon, two orders', [withCoupon(FIRST, ANNA), withCoupon(SECOND, ANNA)], {
    house: { pieces: 2, points: { [ANNA]: 0 } },
    acts: payBoth,
    faults: NO_FAULTS,
  }),
  configured(
    'points that one order earns and another spends',
    [withPoints(FIRST, 0), withPoints(SECOND, 100)],
    {
      house: { pieces: 2, points: { [ANNA]: 0 } },
      acts: [...payBoth, wantsBack(FIRST)],
      faults: NO_FAULTS,
    },
  ),
];
