import {
  type OrderMoment,
  type OrderStateName,
  type OrderView,
  orderMoment,
  type ViewPart,
} from '@evenkeel/contracts';
import type { Currency, CustomerId, OrderId } from '@evenkeel/kernel';

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

interface PaymentSaid {
  readonly attemptId: string | null;
  readonly state: NonNullable<OrderView['payment']>['state'];
  readonly bankReason: string | null;
  readonly version: number;
}

/** The read model of one order as it is stored. Without facts (its first event is still on the way) nobody sees it. */
export interface OrderDocument {
  readonly _id: string;
  readonly customerId: CustomerId | null;
  readonly facts: OrderView['facts'] | null;
  /** The newest version that was heard of. */
  readonly version: number;
  readonly state: OrderStateName;
  /** The version that made the state; what is older does not change it. */
  readonly stateVersion: number;
  /** Until when it could be paid, once it could be. */
  readonly payBy: string | null;
  /** What the newest event about the payment said. */
  readonly payment: PaymentSaid | null;
  /** Attempts that the bank did not answer for a while. */
  readonly doubted: readonly string[];
  readonly captured: OrderView['captured'];
  readonly refunded: OrderView['refunded'];
  readonly shortfallPoints: number;
  readonly rejection: OrderView['rejection'];
  readonly refundReason: string | null;
  /** Shown once a parcel was made: one that never was may be cancelled, too. */
  readonly parcel: OrderView['shipment'];
  readonly pointsEarned: number;
  readonly pointsTakenBack: number;
  readonly parts: Parts;
  /** By message, so that a repeated one adds nothing. */
  readonly moments: Readonly<Record<string, OrderMoment>>;
  readonly sales: Contribution | null;
  /** Lock of the document itself. */
  readonly revision: number;
}

export const emptyOrder = (id: string, revision = 0): OrderDocument => ({
  _id: id,
  customerId: null,
  facts: null,
  version: 0,
  state: 'placed',
  stateVersion: 0,
  payBy: null,
  payment: null,
  doubted: [],
  captured: null,
  refunded: null,
  shortfallPoints: 0,
  rejection: null,
  refundReason: null,
  parcel: null,
  pointsEarned: 0,
  pointsTakenBack: 0,
  parts: { stock: false, ledger: false, points: false, shipment: false },
  moments: {},
  sales: null,
  revision,
});

/** Paid, and everybody who had to follow has done their part. */
export function isSettled({ facts, captured, parts, state }: OrderDocument): boolean {
  if (!facts || captured === null || !['paid', 'fulfilling', 'completed'].includes(state)) return false;
  const pointsOwed = facts.price.pointsToEarn > 0 || facts.price.pointsSpent > 0;
  return parts.stock && parts.ledger && parts.shipment && (parts.points || !pointsOwed);
}

/** Kept for ourselves: no page shows them. */
const UNSEEN: ReadonlySet<string> = new Set(['parts', 'sales', 'revision'] satisfies (keyof OrderDocument)[]);

/**
 * Whether anybody has to hear of a change. That one more part is done does not show until all are; a settled order is
 * always told of, since its last word may have been lost on the way.
 */
export const isWorthTelling = (before: OrderDocument, after: OrderDocument): boolean =>
  isSettled(after) ||
  (Object.keys(after) as (keyof OrderDocument)[]).some(
    (key) => !UNSEEN.has(key) && before[key] !== after[key],
  );

/** What a shopper's page gets; null while the facts are missing. */
export function toOrderView(document: OrderDocument): OrderView | null {
  const { facts, customerId } = document;
  if (!facts || !customerId) return null;
  return {
    facts: { ...facts, customerId },
    state: document.state,
    version: document.version,
    payBy: document.state === 'awaiting-payment' ? document.payBy : null,
    payment: paymentOf(document),
    captured: document.captured,
    refunded: document.refunded,
    shortfallPoints: document.shortfallPoints,
    rejection: document.rejection,
    refundReason: document.refundReason,
    shipment: document.parts.shipment ? document.parcel : null,
    pointsEarned: document.pointsEarned - document.pointsTakenBack,
    settled: isSettled(document),
    timeline: Object.values(document.moments).sort(byTime),
  };
}

/** What the auditor holds against the owners. */
export function toViewPart(document: OrderDocument): ViewPart {
  const { _id, customerId, facts, state, version, captured, refunded } = document;
  return {
    orderId: _id as OrderId,
    customerId,
    state,
    version,
    total: facts && { minor: facts.price.total, currency: facts.price.currency },
    captured,
    refunded,
    pointsEarned: document.pointsEarned - document.pointsTakenBack,
    sold: document.sales ?? null,
  };
}

function paymentOf({ payment, doubted }: OrderDocument): OrderView['payment'] {
  if (!payment) return null;
  const { attemptId, state, bankReason } = payment;
  const inDoubt = state === 'started' && attemptId !== null && doubted.includes(attemptId);
  return { state: inDoubt ? 'in-doubt' : state, bankReason };
}

const KINDS = orderMoment.shape.kind.options;

/** What happened in the same millisecond is told in the order of an order's life. */
function byTime(a: OrderMoment, b: OrderMoment): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
}
