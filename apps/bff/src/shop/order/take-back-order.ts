import {
  type CancelOrderResult,
  cancelOrder as cancelOrderAction,
  orderId,
  type RequestRefundResult,
  requestRefund as requestRefundAction,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { orRefusal, refusal } from '../../refusals/refusal.js';
import type { RequestContext } from '../../request/request-context.js';
import { requireKey, resultOf } from './keyed.js';
import { viewOfSnapshot } from './view-of-snapshot.js';

/** Cancels an order of the caller. */
export async function cancelOrder(_: unknown, args: { readonly number: string }, context: RequestContext) {
  context.requireCaller();
  const number = orderId.safeParse(args.number);
  if (!number.success) return cancelled({ kind: 'not-found' }, context);
  return orRefusal(context.locale, async () => {
    const input = { key: requireKey(context), orderId: number.data };
    return cancelled(resultOf(context, await context.command(cancelOrderAction, input)), context);
  });
}

function cancelled(result: CancelOrderResult, { locale }: RequestContext) {
  switch (result.kind) {
    case 'cancelled': {
      const { order, paymentInDoubt } = result;
      return { __typename: 'OrderCancelled', order: viewOfSnapshot(order), paymentInDoubt };
    }
    case 'refunding':
      return { __typename: 'RefundStarted', order: viewOfSnapshot(result.order) };
    case 'not-cancellable':
      return refusal('OrderNotCancellable', locale, { order: viewOfSnapshot(result.order) });
    case 'not-found':
      return refusal('OrderNotCancellable', locale, { order: null }, 'OrderNotFound');
    default:
      return assertNever(result);
  }
}

/** Asks for the money of an order of the caller back. */
export async function requestRefund(
  _: unknown,
  args: { readonly number: string; readonly reason?: string | null },
  context: RequestContext,
) {
  context.requireCaller();
  const number = orderId.safeParse(args.number);
  if (!number.success) return refunding({ kind: 'not-found' }, context);
  return orRefusal(context.locale, async () => {
    const input = { key: requireKey(context), orderId: number.data, reason: args.reason ?? null };
    return refunding(resultOf(context, await context.command(requestRefundAction, input)), context);
  });
}

function refunding(result: RequestRefundResult, { locale }: RequestContext) {
  switch (result.kind) {
    case 'refunding':
      return { __typename: 'RefundStarted', order: viewOfSnapshot(result.order) };
    case 'not-refundable':
      return refusal('OrderNotRefundable', locale, { order: viewOfSnapshot(result.order) });
    case 'not-found':
      return refusal('OrderNotRefundable', locale, { order: null }, 'OrderNotFound');
    default:
      return assertNever(result);
  }
}
