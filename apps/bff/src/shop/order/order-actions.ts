import type { OrderView } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';

export type OrderActionName = 'PAY' | 'CANCEL' | 'REFUND' | 'REVIEW';

/** The buttons a page shows. Order itself decides when one is pressed; this only leaves out what cannot work. */
export function orderActions(order: OrderView): OrderActionName[] {
  switch (order.state) {
    case 'placed':
    case 'reserved':
      return ['CANCEL'];
    case 'awaiting-payment':
      return bankIsAsked(order) ? ['CANCEL'] : ['PAY', 'CANCEL'];
    case 'paid':
    case 'fulfilling':
      return ['REFUND'];
    case 'completed':
      return order.facts.shopperKind === 'customer' ? ['REFUND', 'REVIEW'] : ['REFUND'];
    case 'rejected':
    case 'cancelled':
    case 'expired':
    case 'refunding':
    case 'refunded':
      return [];
    default:
      return assertNever(order.state);
  }
}

/** While the bank has not answered nobody is asked to pay again. */
const bankIsAsked = ({ payment }: OrderView): boolean =>
  payment?.state === 'started' || payment?.state === 'in-doubt';
