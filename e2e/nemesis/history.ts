import type { Shopper } from '../src/support/shopper.js';

/** What one shopper was told about one order; none of it may ever be otherwise again. */
export interface Told {
  readonly shopper: Shopper;
  readonly number: string;
  readonly sku: string;
  /** They saw it paid. */
  paid: boolean;
  /** The cancel, or the refund, was accepted. */
  cancelled: boolean;
  refund: boolean;
}

/** What is wrong with an order at the end, given what its shopper was told; null when nothing is. */
export function brokenPromise(
  told: Pick<Told, 'paid' | 'cancelled' | 'refund'>,
  order: { readonly state: string; readonly settled: boolean } | null,
): string | null {
  if (!order) return 'it was placed, and nobody knows it';
  const { state } = order;
  if (OPEN.includes(state)) return `it is still ${state}`;
  if (told.refund && state !== 'REFUNDED') return `its refund was accepted, and it is ${state}`;
  if (told.cancelled && state !== 'CANCELLED' && state !== 'REFUNDED')
    return `its cancel was accepted, and it is ${state}`;
  if (told.paid && !HAD.includes(state)) return `it was shown as paid, and it is ${state}`;
  if (HAD.includes(state) && state !== 'REFUNDED' && !order.settled) return `it is ${state}, and not settled`;
  return null;
}

/** Such an order was paid, and the money may have gone back. */
export const HAD = ['PAID', 'FULFILLING', 'COMPLETED', 'REFUNDED'];
const OPEN = ['PLACED', 'RESERVED', 'AWAITING_PAYMENT', 'REFUNDING'];
