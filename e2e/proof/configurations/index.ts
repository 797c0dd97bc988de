import type { Configuration } from '../checker/model.js';
import { oneOrder } from './one-order.js';
import { twoOrders } from './two-orders.js';

/** All that is looked at in every run of the tests. */
export const configurations: readonly Configuration[] = [...oneOrder, ...twoOrders];

/** The same with more going wrong on one way: minutes instead of seconds. */
export const deepConfigurations: readonly Configuration[] = [
  ...oneOrder.map((one) => ({ ...one, faults: { redeliveries: 1, losses: 2, earlyClocks: 2 } })),
  ...twoOrders.map((one) => ({ ...one, faults: { redeliveries: 0, losses: 1, earlyClocks: 2 } })),
];
