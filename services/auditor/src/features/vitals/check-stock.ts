import type { InventoryVitals } from '@evenkeel/contracts';
import { foreach, unlessEqual, unlessNone, type Violation } from '../../violation.js';

/** I1–I5 over the sums of inventory. */
export function checkStock(stock: InventoryVitals): Violation[] {
  const { supplied, adjusted, confirmed, returned, onHand, reserved, held, movements, versions } = stock;
  return [
    ...unlessNone('I1', stock.belowZero, 'products below zero'),
    ...unlessEqual(
      'I2',
      ['supplied + adjusted', supplied + adjusted],
      ['on hand + sold', onHand + confirmed - returned],
    ),
    ...unlessEqual('I3', ['reserved', reserved], ['held for orders', held]),
    ...unlessEqual('I4', ['the number of movements', movements], ['the sum of versions', versions]),
    ...foreach('I5', stock.overdue, (order) => `order ${order} still holds stock past its expiry`),
  ];
}
