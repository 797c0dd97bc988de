import type { OrderLine, OrderView } from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';
import { moneyOf, moneyOrZero } from '../money-of.js';
import { orderActions } from './order-actions.js';
import { orderReason } from './order-reason.js';

const amount =
  (pick: 'subtotal' | 'discount' | 'shipping' | 'pointsValue' | 'total') =>
  ({ facts: { price } }: OrderView) =>
    moneyOf(price[pick], price.currency);

/** A line with the currency of its order, which it does not carry itself. */
interface SoldLine extends OrderLine {
  readonly currency: OrderView['facts']['price']['currency'];
}

/** `Order` and `OrderLine`, over the read model. */
export const orderFields = {
  Order: {
    number: (order: OrderView) => order.facts.orderId,
    placedAt: (order: OrderView) => order.facts.placedAt,
    lines: ({ facts }: OrderView): SoldLine[] =>
      facts.lines.map((line) => ({ ...line, currency: facts.price.currency })),
    subtotal: amount('subtotal'),
    discount: amount('discount'),
    shipping: amount('shipping'),
    pointsValue: amount('pointsValue'),
    total: amount('total'),
    paid: (order: OrderView) => moneyOrZero(order.captured, order.facts.price.currency),
    refunded: (order: OrderView) => moneyOrZero(order.refunded, order.facts.price.currency),
    coupon: (order: OrderView) => order.facts.coupon,
    pointsSpent: (order: OrderView) => order.facts.price.pointsSpent,
    pointsToEarn: (order: OrderView) => order.facts.price.pointsToEarn,
    actions: orderActions,
    reason: (order: OrderView, _: unknown, { locale }: RequestContext) =>
      orderReason(order, locale)?.text ?? null,
    reasonCode: (order: OrderView, _: unknown, { locale }: RequestContext) =>
      orderReason(order, locale)?.code ?? null,
    shortLines: ({ rejection }: OrderView) => (rejection?.reason === 'sold-out' ? rejection.shortages : []),
    email: (order: OrderView) => order.facts.email,
    address: (order: OrderView) => order.facts.address,
  },
  OrderLine: {
    title: (line: SoldLine, _: unknown, { locale }: RequestContext) => line.title[locale],
    choice: (line: SoldLine, _: unknown, { locale }: RequestContext) => line.choice[locale],
    picture: (line: SoldLine) => ({ key: line.picture, alt: line.title }),
    unitPrice: (line: SoldLine) => moneyOf(line.unitPrice, line.currency),
    total: (line: SoldLine) => moneyOf(line.unitPrice * line.quantity, line.currency),
    product: (line: SoldLine, _: unknown, { shop }: RequestContext) => shop.products.byId(line.productId),
  },
};
