import type { Sku } from '@evenkeel/kernel';
import type { Invariant } from '../checker/model.js';
import type { InventoryState } from '../parts/inventory.js';
import type { States } from '../parts/states.js';
import { isSold, ordersOf } from './orders.js';

interface Counted {
  readonly sku: Sku;
  readonly onHand: number;
  readonly reserved: number;
  readonly held: number;
  readonly sold: number;
  readonly supplied: number;
}

function count(state: InventoryState): Counted[] {
  return Object.values(state.stock).map((row) => {
    const sum = (status: string) =>
      Object.values(state.reservations)
        .filter((one) => one.sku === row.sku && one.status === status)
        .reduce((total, { quantity }) => total + quantity, 0);
    const sold = sum('CONFIRMED') - (state.returned[row.sku] ?? 0);
    return { ...row, held: sum('HELD'), sold, supplied: state.supplied[row.sku] ?? 0 };
  });
}

const always = (name: string, sentence: string, holds: (row: Counted) => boolean): Invariant => ({
  name,
  sentence,
  when: 'always',
  of: ['inventory'],
  wrong({ inventory }) {
    const off = count(inventory).find((row) => !holds(row));
    if (!off) return null;
    const { sku, onHand, reserved, held, sold, supplied } = off;
    return `${sku}: ${onHand} on hand, ${reserved} reserved, ${held} in holds, ${sold} sold, ${supplied} supplied`;
  },
});

/** A refunded order's goods that are still with the carrier or the shopper are sold and not yet back. */
const goneFor = ({ order, fulfilment, inventory }: States): number =>
  ordersOf(order)
    .filter((one) => isSold(one) || fulfilment[one.facts.orderId]?.state === 'returning')
    .flatMap(({ facts }) => facts.lines)
    .filter(({ sku }) => inventory.stock[sku])
    .reduce((total, { quantity }) => total + quantity, 0);

export const stockInvariants: readonly Invariant[] = [
  always(
    'I1',
    'Neither what is available nor what is reserved is below zero.',
    ({ onHand, reserved }) => reserved >= 0 && reserved <= onHand,
  ),
  always('I2', 'What was supplied is on the shelf or sold.', (row) => row.supplied === row.onHand + row.sold),
  always('I3', 'What is reserved is what the holds say.', (row) => row.reserved === row.held),
  always('I6', 'No more is sold than was supplied.', ({ sold, supplied }) => sold >= 0 && sold <= supplied),
  {
    name: 'I5',
    sentence: 'Nothing stays held.',
    when: 'at rest',
    of: ['inventory'],
    wrong({ inventory }) {
      const held = Object.values(inventory.reservations).find(({ status }) => status === 'HELD');
      return held
        ? `Round ${held.round} of order ${held.orderId} still holds ${held.quantity} of ${held.sku}`
        : null;
    },
  },
  {
    name: 'I6',
    sentence: 'Goods that the carrier has had come back to the shelf only with their parcel.',
    when: 'always',
    of: ['fulfilment'],
    wrong({ fulfilment }) {
      const early = Object.values(fulfilment).find(
        (parcel) => parcel.state === 'cancelled' && parcel.trackingNumber !== null,
      );
      return early ? `The parcel of order ${early.orderId} was dispatched, and cancelled` : null;
    },
  },
  {
    name: 'I6',
    sentence: 'What is sold are the lines of orders that were paid and not refunded.',
    when: 'at rest',
    of: ['inventory', 'order', 'fulfilment'],
    wrong(states) {
      const sold = count(states.inventory).reduce((total, row) => total + row.sold, 0);
      const wanted = goneFor(states);
      return sold === wanted ? null : `${sold} pieces are sold, and orders account for ${wanted}`;
    },
  },
];
