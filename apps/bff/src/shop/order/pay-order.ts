import { orderId, type PayOrderResult, payOrder as payOrderAction } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { orRefusal, refusal } from '../../refusals/refusal.js';
import type { RequestContext } from '../../request/request-context.js';
import { requireKey, resultOf } from './keyed.js';
import { viewOfSnapshot } from './view-of-snapshot.js';

/** Pays an order of the caller with a token of the bank. */
export async function payOrder(
  _: unknown,
  { input }: { input: { readonly number: string; readonly token: string } },
  context: RequestContext,
) {
  context.requireCaller();
  const number = orderId.safeParse(input.number);
  if (!number.success) return notFound(context);
  return orRefusal(context.locale, async () => {
    const answer = await context.command(payOrderAction, {
      key: requireKey(context),
      orderId: number.data,
      token: input.token,
    });
    return paid(resultOf(context, answer), context);
  });
}

const notFound = ({ locale }: RequestContext) =>
  refusal('OrderNotPayable', locale, { order: null }, 'OrderNotFound');

function paid(result: PayOrderResult, context: RequestContext) {
  const { locale } = context;
  switch (result.kind) {
    case 'started':
      return { __typename: 'PaymentStarted', order: viewOfSnapshot(result.order) };
    case 'declined': {
      const { order, bankReason } = result;
      return refusal('PaymentDeclined', locale, { order: viewOfSnapshot(order, { bankReason }), bankReason });
    }
    case 'not-payable':
      return refusal('OrderNotPayable', locale, { order: viewOfSnapshot(result.order) });
    case 'not-found':
      return notFound(context);
    default:
      return assertNever(result);
  }
}
