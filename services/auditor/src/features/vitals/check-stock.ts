import type { InventoryVitals } from '@evenkeel/contracts';
import { foreach, unlessEqual, unlessNone, type Violation } from '../../violation.js';

/** I1–I5 over the sums of inventory, and M4 for the versions of stock. */
export function checkStock(stock: InventoryVitals): Violation[] {
  const { supplied, adjusted, confirmed, returned, onHand, reserved, held, sold, movements, versions } =
    stock;
  return [
    ...unlessNone('I1', stock.belowZero, 'products below zero'),
    ...unlessEqual(
      'I2',
      ['supplied + adjusted', supplied + adjusted],
      ['on hand + sold', onHand + confirmed - returned],
    ),
    ...unlessEqual('I3', ['reserved', reserved], ['held for orders', held]),
    ...unlessEqual('I3', ['sold', sold], ['confirmed for orders', confirmed]),
    ...unlessEqual('I4', ['the number of movements', movements], ['the sum of versions', versions]),
    ...foreach(
      'I4',
      stock.miscast,
      (order) => `what order ${order} holds or has is not what became of its round`,
    ),
    ...foreach('M4', stock.skipped, (sku) => `the movements of ${sku} are not as many as its version`),
    ...foreach('I5', stock.overdue, (order) => `order ${order} still holds stock past its expiry`),
  ];
}
