import {
  benefitsHeld,
  benefitsRefused,
  cancelOrder,
  paymentAmountMismatched,
  paymentCaptured,
  paymentDeclined,
  paymentRefunded,
  paymentVoided,
  payOrder,
  pointsReversed,
  pointsValue,
  type Rejection,
  requestRefund,
  shipmentDelivered,
  shipmentDispatched,
  stockConfirmRefused,
  stockRefused,
  stockReleased,
  stockReserved,
  stockReturned,
} from '@evenkeel/contracts';
import { type AttemptId, assertNever, derivedId, type OrderId } from '@evenkeel/kernel';
import { type ItemOf, localInput } from '@evenkeel/messaging';
import type { SagaInput } from '../../workflows/saga/inputs.js';

/** The sweeper found orders past their deadline. */
export const deadlinePassed = localInput<{ readonly orderId: OrderId }>()('order.deadline-passed');

/** Everything that moves an order. All of it goes through one handler, so that an order is loaded and saved once a batch. */
export const moving = [
  payOrder,
  cancelOrder,
  requestRefund,
  stockReserved,
  stockRefused,
  stockConfirmRefused,
  stockReleased,
  stockReturned,
  benefitsHeld,
  benefitsRefused,
  pointsReversed,
  paymentCaptured,
  paymentDeclined,
  paymentVoided,
  paymentAmountMismatched,
  paymentRefunded,
  shipmentDispatched,
  shipmentDelivered,
  deadlinePassed,
] as const;

export type MovingItem = ItemOf<(typeof moving)[number]>;

/** The same thing in the order's own words; null for news that changes nothing of an order. */
export function toSagaInput(item: MovingItem): SagaInput | null {
  switch (item.type) {
    case 'order.pay-order': {
      const { token, key } = item.data;
      const attemptId = derivedId<AttemptId>('attempt', item.id);
      return { type: 'pay', attemptId, token, key: { operation: 'pay-order', key } };
    }
    case 'order.cancel-order':
      return { type: 'cancel' };
    case 'order.request-refund':
      return { type: 'request-refund' };
    case 'inventory.stock-reserved':
      return { type: 'stock-held', round: item.data.round };
    case 'inventory.stock-refused':
      return {
        type: 'hold-refused',
        round: item.data.round,
        rejection: { reason: 'sold-out', shortages: item.data.shortages },
      };
    case 'inventory.stock-confirm-refused':
      return { type: 'hold-gone', round: item.data.round };
    case 'loyalty.benefits-held':
      return { type: 'benefits-held', round: item.data.round };
    case 'loyalty.benefits-refused':
      return { type: 'hold-refused', round: item.data.round, rejection: toRejection(item.data) };
    case 'loyalty.points-reversed': {
      const { shortfall, currency } = item.data;
      return {
        type: 'points-reversed',
        shortfallPoints: shortfall,
        shortfall: pointsValue(shortfall, currency),
      };
    }
    case 'payment.payment-captured':
      return { type: 'captured', attemptId: item.data.attemptId, amount: item.data.amount };
    case 'payment.payment-declined':
      return failed(item.data.attemptId, 'declined', item.data.bankReason);
    case 'payment.payment-voided':
      return failed(item.data.attemptId, 'voided', null);
    case 'payment.payment-amount-mismatched':
      return failed(item.data.attemptId, 'amount-mismatch', null);
    case 'payment.payment-refunded':
      return item.data.ofMismatch
        ? null
        : { type: 'money-returned', refundId: item.data.refundId, amount: item.data.amount };
    case 'fulfilment.shipment-dispatched':
      return { type: 'dispatched' };
    case 'fulfilment.shipment-delivered':
      return { type: 'delivered' };
    case 'order.deadline-passed':
      return { type: 'deadline' };
    case 'inventory.stock-released':
    case 'inventory.stock-returned':
      return null;
    default:
      return assertNever(item);
  }
}

function failed(
  attemptId: AttemptId,
  reason: 'declined' | 'voided' | 'amount-mismatch',
  bankReason: string | null,
): SagaInput {
  return { type: 'attempt-failed', attemptId, reason, bankReason };
}

function toRejection(refused: { why: string; available: number }): Rejection {
  switch (refused.why) {
    case 'unknown':
    case 'used-up':
    case 'already-used':
      return { reason: 'coupon-refused', why: refused.why };
    case 'expired':
      return { reason: 'coupon-refused', why: 'used-up' };
    default:
      return { reason: 'not-enough-points', available: refused.available };
  }
}
