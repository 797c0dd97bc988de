import type { OrderMoment, OrderStateName, OrderView } from '@evenkeel/contracts';
import type { Currency, CustomerId } from '@evenkeel/kernel';

/** What an order adds to the sales of its day; summed, never counted up. */
export interface Contribution {
  readonly day: string;
  readonly currency: Currency;
  readonly gross: number;
  readonly units: number;
  readonly refunded: number;
}

/** The parts that must come together until a paid order is settled. */
export interface Parts {
  readonly stock: boolean;
  readonly ledger: boolean;
  readonly points: boolean;
  readonly shipment: boolean;
}

/** The read model of one order as it is stored. Without facts (its first event is still on the way) nobody sees it. */
export interface OrderDocument {
  readonly _id: string;
  readonly customerId: CustomerId | null;
  readonly facts: OrderView['facts'] | null;
  readonly state: OrderStateName;
  /** Version of the order that `state` belongs to; older news changes the timeline only. */
  readonly version: number;
  readonly payBy: string | null;
  readonly attemptId: string | null;
  readonly payment: OrderView['payment'];
  readonly captured: OrderView['captured'];
  readonly refunded: OrderView['refunded'];
  readonly shortfallPoints: number;
  readonly rejection: OrderView['rejection'];
  readonly refundReason: string | null;
  readonly shipment: OrderView['shipment'];
  readonly pointsEarned: number;
  readonly parts: Parts;
  /** By message, so that a repeated one adds nothing. */
  readonly moments: Readonly<Record<string, OrderMoment>>;
  readonly sales: Contribution | null;
  /** Lock of the document itself. */
  readonly revision: number;
}

export const emptyOrder = (id: string): OrderDocument => ({
  _id: id,
  customerId: null,
  facts: null,
  state: 'placed',
  version: 0,
  payBy: null,
  attemptId: null,
  payment: null,
  captured: null,
  refunded: null,
  shortfallPoints: 0,
  rejection: null,
  refundReason: null,
  shipment: null,
  pointsEarned: 0,
  parts: { stock: false, ledger: false, points: false, shipment: false },
  moments: {},
  sales: null,
  revision: 0,
});

/** Paid, and everybody who had to follow has done their part. */
export function isSettled({ facts, captured, parts, state }: OrderDocument): boolean {
  if (!facts || captured === null || !['paid', 'fulfilling', 'completed'].includes(state)) return false;
  const pointsOwed = facts.price.pointsToEarn > 0 || facts.price.pointsSpent > 0;
  return parts.stock && parts.ledger && parts.shipment && (parts.points || !pointsOwed);
}

/** What a shopper's page gets; null while the facts are missing. */
export function toOrderView(document: OrderDocument): OrderView | null {
  const { facts, customerId } = document;
  if (!facts || !customerId) return null;
  return {
    facts: { ...facts, customerId },
    state: document.state,
    version: document.version,
    payBy: document.payBy,
    payment: document.payment,
    captured: document.captured,
    refunded: document.refunded,
    shortfallPoints: document.shortfallPoints,
    rejection: document.rejection,
    refundReason: document.refundReason,
    shipment: document.shipment,
    pointsEarned: document.pointsEarned,
    settled: isSettled(document),
    timeline: Object.values(document.moments).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}
