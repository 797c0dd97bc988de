import { pointsValue } from '@evenkeel/contracts';
import type { CustomerId } from '@evenkeel/kernel';
import type { Configuration, Faults } from '../checker/model.js';
import { EMPTY_BOOK } from '../parts/bank.js';
import { EMPTY_LEDGER, type FinanceState } from '../parts/finance.js';
import { stocked } from '../parts/inventory.js';
import type { LoyaltyState } from '../parts/loyalty.js';
import { NO_PAYMENTS } from '../parts/payment.js';
import { type Placed, SAVE10, TEAPOT } from './placed.js';

interface House {
  readonly pieces: number;
  /** How often the coupon can be used, if not without end. */
  readonly couponUses?: number;
  /** Points that customers have. */
  readonly points?: Readonly<Record<CustomerId, number>>;
}

/** Orders that were just placed in a house with so much on its shelf and in its wallets. */
export function configured(
  name: string,
  placed: readonly Placed[],
  {
    house,
    acts,
    faults,
  }: { readonly house: House; readonly acts: Configuration['acts']; readonly faults: Faults },
): Configuration {
  const points = house.points ?? {};
  return {
    name,
    start: {
      order: Object.fromEntries(placed.map(({ order }) => [order.facts.orderId, { ...order, told: [] }])),
      inventory: stocked(TEAPOT, house.pieces),
      payment: NO_PAYMENTS,
      bank: EMPTY_BOOK,
      loyalty: benefitsOf(points, house.couponUses ?? null),
      fulfilment: {},
      finance: owing(Object.values(points).reduce((sum, one) => sum + one, 0)),
    },
    letters: placed.flatMap(({ letters }) => letters),
    acts,
    faults,
  };
}

const benefitsOf = (points: Readonly<Record<string, number>>, useLimit: number | null): LoyaltyState => ({
  accounts: Object.fromEntries(
    Object.entries(points).map(([customerId, available]) => [
      customerId,
      { customerId: customerId as CustomerId, available, frozen: 0, version: 1 },
    ]),
  ),
  holds: {},
  orderPoints: {},
  coupons: { [SAVE10.code]: { code: SAVE10.code, useLimit, uses: 0, expired: false } },
  uses: {},
  sums: points,
  entries: {},
});

/** The ledger of a house that gave so many points away. */
function owing(points: number): FinanceState {
  const worth = pointsValue(points, 'USD').minor;
  if (worth === 0) return EMPTY_LEDGER;
  return { balances: { 'points-liability USD': -worth, 'points-expense USD': worth }, journals: {} };
}
