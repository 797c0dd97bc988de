import type { OrderVitals } from '@evenkeel/contracts';
import { foreach, unlessEqual, type Violation } from '../../violation.js';

/** O3, O5, O6 and M4: who waits, who was answered, and what was published. */
export const checkOrders = (vitals: OrderVitals): Violation[] => [
  ...foreach('O3', vitals.stuck, (order) => `order ${order} waits past its deadline`),
  ...foreach('O5', vitals.twoKeys, (order) => `order ${order} is the answer to two keys`),
  ...foreach('O6', vitals.undone, (order) => `order ${order} was answered to somebody and is not there`),
  ...unlessEqual(
    'M4',
    ['the number of orders and their published changes', vitals.orders + vitals.changes],
    ['the sum of their versions', vitals.versions],
  ),
];
