import type { OrderSnapshot, OrderView } from '@evenkeel/contracts';

/**
 * The owner's picture of an order in the shape of the read model, so that one mapping serves both. What only the
 * followers of the order know (parcel, points earned, the books) is not there yet; the same snapshot always gives
 * the same answer.
 */
export function viewOfSnapshot(
  snapshot: OrderSnapshot,
  declined: { readonly bankReason: string | null } | null = null,
): OrderView {
  const { facts, state, version, payBy, captured, refunded, rejection } = snapshot;
  return {
    facts,
    state,
    version,
    payBy,
    payment: paymentOf(snapshot, declined),
    captured,
    refunded,
    shortfallPoints: 0,
    rejection,
    refundReason: null,
    shipment: null,
    pointsEarned: 0,
    settled: false,
    timeline: [{ kind: 'placed', at: facts.placedAt }],
  };
}

function paymentOf(
  snapshot: OrderSnapshot,
  declined: { readonly bankReason: string | null } | null,
): OrderView['payment'] {
  if (snapshot.refunded) return { state: 'refunded', bankReason: null };
  if (snapshot.captured) return { state: 'captured', bankReason: null };
  if (snapshot.paymentInProgress) return { state: 'started', bankReason: null };
  return declined ? { state: 'declined', bankReason: declined.bankReason } : null;
}
