import type { LoyaltyVitals } from '@evenkeel/contracts';
import { foreach, unlessEqual, unlessNone, type Violation } from '../../violation.js';

/** Y1 and Y3: wallets and coupons are what their entries and uses say. */
export const checkPoints = (points: LoyaltyVitals): Violation[] => [
  ...unlessNone('Y1', points.belowZero, 'wallets below zero'),
  ...unlessEqual('Y1', ['the points of all wallets', points.available], ['their entries', points.entries]),
  ...unlessEqual('Y1', ['frozen points', points.frozen], ['points held for orders', points.held]),
  ...foreach('Y1', points.drifted, (wallet) => `the points of ${wallet} are not its entries`),
  ...foreach('Y3', points.usedTwice, (use) => `${use} is used twice at a time`),
  ...foreach('Y3', points.miscounted, (code) => `the uses of coupon ${code} do not count up`),
];
