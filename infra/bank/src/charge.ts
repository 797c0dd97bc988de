import type { Money } from '@evenkeel/kernel';
import type { Behaviour } from './behaviours.js';

export const CHARGE_STATES = ['pending', 'captured', 'declined', 'voided'] as const;
export type ChargeState = (typeof CHARGE_STATES)[number];

/** One charge of the book. It leaves `pending` once and changes no more, but for what is refunded. */
export interface Charge {
  /** The merchant's name for it: a UUID, and the idempotency key of the request. */
  readonly reference: string;
  readonly bankReference: string;
  readonly state: ChargeState;
  /** Null when a void came before the charge. */
  readonly asked: Money | null;
  readonly taken: Money | null;
  /** What the bank keeps, in minor units of what was taken. */
  readonly fee: number;
  readonly refunded: number;
  readonly reason: string | null;
  readonly behaviour: Behaviour;
  readonly digest: string | null;
  /** When a pending charge is captured. */
  readonly dueAt: Date | null;
  readonly capturedAt: Date | null;
  readonly revision: number;
}

export interface Refund {
  readonly refundId: string;
  readonly reference: string;
  readonly bankReference: string;
  readonly amount: Money;
  readonly digest: string;
}

/** A charge as the merchant sees it. */
export interface ChargeView {
  readonly reference: string;
  readonly bankReference: string;
  readonly state: ChargeState;
  readonly taken: Money | null;
  readonly fee: Money | null;
  readonly reason: string | null;
  readonly capturedAt: string | null;
}

export function viewOf(charge: Charge): ChargeView {
  const { reference, bankReference, state, taken, fee, reason, capturedAt } = charge;
  return {
    reference,
    bankReference,
    state,
    taken,
    fee: taken && { minor: fee, currency: taken.currency },
    reason,
    capturedAt: capturedAt?.toISOString() ?? null,
  };
}
