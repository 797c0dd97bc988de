import type { MessageData } from '@evenkeel/contracts';
import {
  orderPaid,
  orderRefunded,
  paymentAmountMismatched,
  paymentCaptured,
  paymentRefunded,
  pointsEarned,
  pointsGranted,
  pointsReversed,
  pointsValue,
} from '@evenkeel/contracts';
import { assertNever, type Currency } from '@evenkeel/kernel';
import { journalOf, type NewJournal } from '../../ledger.js';

/** Everything that the books follow. */
export const booked = [
  paymentCaptured,
  paymentAmountMismatched,
  paymentRefunded,
  orderPaid,
  orderRefunded,
  pointsEarned,
  pointsReversed,
  pointsGranted,
] as const;

type Booked = (typeof booked)[number];
export type BookedItem = {
  [D in Booked as D['type']]: {
    readonly id: string;
    readonly type: D['type'];
    readonly data: MessageData<D>;
  };
}[Booked['type']];

/** Points that the house gives away without an order are booked in this currency. */
const GRANTS_IN: Currency = 'USD';

/** The journal that an event asks for, or null when no money moves. */
export function journalFor(event: BookedItem): NewJournal | null {
  const about = (kind: NewJournal['kind'], currency: Currency, orderId: NewJournal['orderId']) => ({
    kind,
    currency,
    orderId,
    sourceEventId: event.id,
  });
  switch (event.type) {
    case 'payment.payment-captured': {
      const { amount, fee, orderId } = event.data;
      return journalOf(about('capture', amount.currency, orderId), {
        debit: { 'bank-clearing': amount.minor - fee.minor, 'bank-fees': fee.minor },
        credit: { 'customer-deposits': amount.minor },
      });
    }
    case 'payment.payment-amount-mismatched': {
      const { taken, fee, orderId } = event.data;
      return journalOf(about('suspense', taken.currency, orderId), {
        debit: { 'bank-clearing': taken.minor - fee.minor, 'bank-fees': fee.minor },
        credit: { suspense: taken.minor },
      });
    }
    case 'payment.payment-refunded': {
      const { amount, orderId, ofMismatch } = event.data;
      return journalOf(about(ofMismatch ? 'suspense-refund' : 'refund', amount.currency, orderId), {
        debit: { [ofMismatch ? 'suspense' : 'customer-deposits']: amount.minor },
        credit: { 'bank-clearing': amount.minor },
      });
    }
    case 'order.order-paid': {
      const { price, captured, orderId } = event.data;
      return journalOf(about('sale', price.currency, orderId), {
        debit: {
          'customer-deposits': captured.minor,
          'coupon-expense': price.discount,
          'points-liability': price.pointsValue,
        },
        credit: { sales: price.subtotal, shipping: price.shipping },
      });
    }
    case 'order.order-refunded': {
      const { price, refunded, shortfall, orderId, wasPaid } = event.data;
      if (!wasPaid) return null;
      return journalOf(about('sale-reversal', price.currency, orderId), {
        debit: { sales: price.subtotal, shipping: price.shipping },
        credit: {
          'customer-deposits': refunded.minor,
          'coupon-expense': price.discount,
          'points-liability': price.pointsValue,
          // Points that were spent already are paid for by a smaller refund.
          'points-expense': shortfall.minor,
        },
      });
    }
    case 'loyalty.points-earned': {
      const { earned, currency, orderId } = event.data;
      const value = pointsValue(earned, currency).minor;
      return journalOf(about('points-earned', currency, orderId), {
        debit: { 'points-expense': value },
        credit: { 'points-liability': value },
      });
    }
    case 'loyalty.points-reversed': {
      const { takenBack, currency, orderId } = event.data;
      const value = pointsValue(takenBack, currency).minor;
      return journalOf(about('points-reversal', currency, orderId), {
        debit: { 'points-liability': value },
        credit: { 'points-expense': value },
      });
    }
    case 'loyalty.points-granted': {
      const value = pointsValue(event.data.points, GRANTS_IN).minor;
      return journalOf(about('points-granted', GRANTS_IN, null), {
        debit: { 'points-expense': value },
        credit: { 'points-liability': value },
      });
    }
    default:
      return assertNever(event);
  }
}
