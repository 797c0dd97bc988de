import {
  type AnyMessage,
  confirmStock,
  holdBenefits,
  type MessageData,
  openPayment,
  orderPaid,
  orderRefunding,
  type ReleaseReason,
  refundPayment,
  releaseBenefits,
  releaseStock,
  reserveStock,
  voidPayment,
} from '@evenkeel/contracts';
import { type AttemptId, derivedId, type Money, type RefundId } from '@evenkeel/kernel';
import { hasBenefits, type Order } from '../../order.js';

/** A message that a decision wants sent, before it has an envelope. */
export interface Effect {
  readonly definition: AnyMessage;
  readonly data: unknown;
}

export const effect = <D extends AnyMessage>(definition: D, data: MessageData<D>): Effect => ({
  definition,
  data,
});

/** A hold outlives the time to pay by this much: a safety net only, since `order` decides expiry. */
const HOLD_GRACE_SECONDS = 600;

export const askStock = ({ facts }: Order, round: number, payWithinSeconds: number): Effect =>
  effect(reserveStock, {
    orderId: facts.orderId,
    round,
    lines: facts.lines.map(({ sku, quantity }) => ({ sku, quantity })),
    holdSeconds: payWithinSeconds + HOLD_GRACE_SECONDS,
  });

export const askBenefits = ({ facts }: Order, round: number): Effect =>
  effect(holdBenefits, {
    orderId: facts.orderId,
    round,
    customerId: facts.customerId,
    points: facts.price.pointsSpent,
    coupon: facts.coupon,
  });

/** Gives everything of a round back. A step that never happened is given back all the same. */
export function giveBack({ facts }: Order, round: number, reason: ReleaseReason): Effect[] {
  const stock = effect(releaseStock, { orderId: facts.orderId, round, reason });
  if (!hasBenefits(facts)) return [stock];
  return [stock, effect(releaseBenefits, { orderId: facts.orderId, round, customerId: facts.customerId })];
}

export const confirmRound = ({ facts }: Order, round: number): Effect =>
  effect(confirmStock, { orderId: facts.orderId, round });

export const askBank = ({ facts }: Order, attemptId: AttemptId, token: string): Effect =>
  effect(openPayment, {
    orderId: facts.orderId,
    attemptId,
    amount: { minor: facts.price.total, currency: facts.price.currency },
    token,
  });

export const closeAttempt = ({ facts }: Order, attemptId: AttemptId): Effect =>
  effect(voidPayment, { orderId: facts.orderId, attemptId });

export const refundIdOf = (attemptId: AttemptId): RefundId => derivedId<RefundId>('refund', attemptId);

export const askRefund = (
  { facts }: Order,
  of: { attemptId: AttemptId; amount: Money; reason: string },
): Effect => effect(refundPayment, { orderId: facts.orderId, refundId: refundIdOf(of.attemptId), ...of });

export const tellPaid = (order: Order, paidAt: Date): Effect =>
  effect(orderPaid, {
    ...order.facts,
    round: order.progress.round,
    attemptId: order.progress.captured?.attemptId ?? null,
    captured: order.progress.captured?.amount ?? { minor: 0, currency: order.facts.price.currency },
    paidAt: paidAt.toISOString(),
  });

export function tellRefunding(order: Order): Effect {
  const { facts, progress } = order;
  if (!progress.refund || !progress.captured) throw new Error(`Order ${facts.orderId} has nothing to refund`);
  return effect(orderRefunding, {
    ...facts,
    round: progress.round,
    wasPaid: progress.refund.wasPaid,
    captured: progress.captured.amount,
    reason: progress.refund.reason,
  });
}
