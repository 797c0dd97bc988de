import type { Configuration } from '../checker/model.js';
import { oneOrder } from './one-order.js';
import { twoOrders } from './two-orders.js';

/** All that is looked at in every run of the tests. */
export const configurations: readonly Configuration[] = [...oneOrder, ...twoOrders];

/** The same with more going wrong on one way: many minutes instead of one. */
export const deepConfigurations: readonly Configuration[] = [
  ...oneOrder.map((one) => deeper(one, { losses: 1, earlyClocks: 1 })),
  ...twoOrders.map((one) => deeper(one, { losses: 0, earlyClocks: 1 })),
];

/** With so much more of each fault; what cannot be lost is not lost. */
function deeper(
  one: Configuration,
  more: Pick<Configuration['faults'], 'losses' | 'earlyClocks'>,
): Configuration {
  const { redeliveries, losses, earlyClocks } = one.faults;
  const faults = {
    redeliveries,
    losses: losses === 0 ? 0 : losses + more.losses,
    earlyClocks: earlyClocks + more.earlyClocks,
  };
  return { ...one, faults };
}
