import type { Money } from '@evenkeel/kernel';
import type { Behaviour } from '../behaviours.js';
import type { Charge, Refund } from '../charge.js';

export interface ChargeRequest {
  readonly type: 'charge';
  readonly reference: string;
  readonly amount: Money;
  readonly token: string;
  /** Of the body: tells the same request from another one under the same key. */
  readonly digest: string;
  /** What the switchboard wants instead of what the token stands for. */
  readonly override: Behaviour | null;
  /** How often it was turned away with 503. */
  readonly refusedBefore: number;
}

export interface RefundRequest {
  readonly type: 'refund';
  readonly refundId: string;
  readonly reference: string;
  readonly amount: Money;
  readonly digest: string;
}

/** Everything that writes in the book. */
export type BookRequest =
  | ChargeRequest
  | RefundRequest
  | { readonly type: 'void'; readonly reference: string }
  /** A pending charge is due. */
  | { readonly type: 'capture'; readonly reference: string }
  | { readonly type: 'keep-token'; readonly token: string; readonly behaviour: Behaviour };

export type BookAnswer =
  /** `first`: this request made the charge; otherwise it is given as it stands. */
  | { readonly kind: 'charge'; readonly charge: Charge; readonly first: boolean }
  | { readonly kind: 'refund'; readonly refund: Refund; readonly first: boolean }
  /** The bank is down for this one: nothing was changed. */
  | { readonly kind: 'down' }
  /** The key was used before with another body; nothing was changed. */
  | { readonly kind: 'other-body' }
  | { readonly kind: 'refused'; readonly why: 'unknown-charge' | 'not-captured' | 'more-than-is-left' }
  | { readonly kind: 'done' };
