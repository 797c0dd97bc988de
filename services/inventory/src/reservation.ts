import type { SkuQuantity } from '@evenkeel/contracts';
import type { OrderId, Sku } from '@evenkeel/kernel';

export interface RoundId {
  readonly orderId: OrderId;
  readonly round: number;
}

export type ReservationStatus = 'HELD' | 'CONFIRMED' | 'RELEASED' | 'EXPIRED';

/** One SKU that is or was held for a round of an order. */
export interface Reservation extends RoundId {
  readonly sku: Sku;
  readonly quantity: number;
  readonly status: ReservationStatus;
}

/** What became of a round, or, under `WHOLE_ORDER`, of the order. */
export type Outcome =
  | 'granted'
  | 'refused'
  /** A cancel came before its try, which will be refused. */
  | 'released-before-try'
  | 'released'
  | 'expired'
  | 'confirmed'
  /** The order is paid and nothing was held for it in this round. */
  | 'confirm-refused'
  | 'returned'
  /** The order's goods come back: nothing is held or sold for it from now on. */
  | 'refunded';

/** Every legal change of an outcome. Only `granted` holds goods, only `confirmed` has sold them. */
export const OUTCOMES: Readonly<Record<Outcome, readonly Outcome[]>> = {
  granted: ['confirmed', 'released', 'expired'],
  refused: ['released', 'confirm-refused'],
  'released-before-try': ['confirm-refused'],
  released: ['confirm-refused'],
  expired: ['confirm-refused'],
  confirmed: ['returned'],
  'confirm-refused': [],
  returned: [],
  refunded: [],
};

/** The round number under which the fence keeps what is true of an order in every round. */
export const WHOLE_ORDER = 0;

export interface Shortage {
  readonly sku: Sku;
  readonly wanted: number;
  readonly available: number;
}

/** The fence of one order and round: who comes first decides, who comes later finds the answer. */
export interface Round extends RoundId {
  readonly outcome: Outcome;
  /** Counts the answers that were given; the version of the events of this round. */
  readonly version: number;
  /** Why it was refused. */
  readonly shortages: readonly Shortage[];
}

/** The id of a round as an aggregate. */
export const roundKey = ({ orderId, round }: RoundId): string => `${orderId}/${round}`;

/** A SKU on two lines is one line with both quantities; sorted by SKU. */
export function addUp(lines: readonly SkuQuantity[]): SkuQuantity[] {
  const sums = new Map<Sku, number>();
  for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return [...sums].map(([sku, quantity]) => ({ sku, quantity })).sort((a, b) => (a.sku < b.sku ? -1 : 1));
}
