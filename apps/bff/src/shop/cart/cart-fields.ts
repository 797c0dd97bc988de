import { type Cart, FREE_SHIPPING_FROM } from '@evenkeel/contracts';
import type { Currency } from '@evenkeel/kernel';
import type { RequestContext } from '../../request/request-context.js';
import { moneyOf } from '../money-of.js';
import { stateOf } from '../product/product-source.js';
import { noticesOf } from './cart-notices.js';
import { lineAvailability } from './line-availability.js';

export type CartLine = Cart['lines'][number];
type PricedLine = CartLine & { readonly currency: Currency };

const amount =
  (pick: 'subtotal' | 'discount' | 'shipping' | 'pointsValue' | 'total') =>
  ({ price }: Cart) =>
    moneyOf(price[pick], price.currency);

/** `Cart` and its lines: the cart has the prices, the products have the stock. */
export const cartFields = {
  Cart: {
    id: (_: Cart, __: unknown, context: RequestContext) => context.requireCaller().sub,
    lines: ({ lines, price }: Cart): PricedLine[] =>
      lines.map((line) => ({ ...line, currency: price.currency })),
    quantity: ({ lines }: Cart) => lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotal: amount('subtotal'),
    discount: amount('discount'),
    shipping: amount('shipping'),
    freeShippingFrom: ({ price }: Cart) => moneyOf(FREE_SHIPPING_FROM[price.currency], price.currency),
    pointsSpent: ({ price }: Cart) => price.pointsSpent,
    pointsValue: amount('pointsValue'),
    total: amount('total'),
    pointsToEarn: ({ price }: Cart) => price.pointsToEarn,
    async notices(cart: Cart, _: unknown, context: RequestContext) {
      const stock = await Promise.all(cart.lines.map((line) => lineAvailability(line, context)));
      return noticesOf(cart, stock, context.locale);
    },
  },
  CartLine: {
    title: (line: PricedLine, _: unknown, { locale }: RequestContext) => line.title[locale],
    choice: (line: PricedLine, _: unknown, { locale }: RequestContext) => line.choice[locale],
    picture: (line: PricedLine) => ({ key: line.picture, alt: line.title }),
    unitPrice: (line: PricedLine) => moneyOf(line.unitPrice, line.currency),
    total: (line: PricedLine) => moneyOf(line.unitPrice * line.quantity, line.currency),
    stock: async (line: PricedLine, _: unknown, context: RequestContext) =>
      stateOf(await lineAvailability(line, context)),
    left: async (line: PricedLine, _: unknown, context: RequestContext) =>
      (await lineAvailability(line, context))?.left ?? null,
    product: (line: PricedLine, _: unknown, { shop }: RequestContext) => shop.products.byId(line.productId),
  },
  Coupon: {
    title: ({ title }: NonNullable<Cart['coupon']>, _: unknown, { locale }: RequestContext) => title[locale],
  },
};
