import { z } from 'zod';
import { priced } from '../order/order.js';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { localized } from '../shared/text.js';
import { currency, customerId, minorUnits, quantity, sku } from '../shared/values.js';

/** The most pieces of one SKU, and the most lines, that a cart takes. */
export const CART_LIMITS = { quantity: 99, lines: 50 } as const;

const cartLine = z.object({
  sku,
  productId: z.uuid(),
  slug: z.string(),
  title: localized,
  choice: z.object({ en: z.string(), zh: z.string() }),
  picture: z.string(),
  quantity,
  unitPrice: minorUnits,
  /** The price when it was put in, where it has changed since. */
  priceWas: minorUnits.nullable(),
});

/** The cart with everything worked out in the caller's currency. Carts hold nothing: stock is promised at checkout. */
export const cart = z.object({
  lines: z.array(cartLine),
  price: priced,
  coupon: z.object({ code: z.string(), title: localized }).nullable(),
  /** A coupon that is in the cart but does not count, and why. */
  couponProblem: z.enum(['minimum', 'expired']).nullable(),
});
export type Cart = z.infer<typeof cart>;

const owner = { customerId, currency, earns: z.boolean() };

export const getCart = defineQuery('cart.get-cart', {
  access: 'internal',
  summary: "The shopper's cart, priced; `points` previews what spending them would do.",
  input: z.object({ ...owner, points: z.int().nonnegative().default(0) }),
  output: cart,
});

export const setLine = defineCommandAction('cart.set-line', {
  access: 'internal',
  summary: 'Sets the quantity wanted of a SKU; 0 takes it out. Repeatable.',
  input: z.object({ ...owner, sku, quantity: z.int().min(0) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('set'), cart }),
    z.object({ kind: z.literal('unknown-sku') }),
    z.object({ kind: z.literal('too-many'), most: z.int() }),
    z.object({ kind: z.literal('cart-full'), most: z.int() }),
  ]),
});

export const applyCoupon = defineCommandAction('cart.apply-coupon', {
  access: 'internal',
  summary: 'Puts a coupon into the cart, or takes it off with null.',
  input: z.object({ ...owner, code: z.string().trim().max(40).nullable() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('applied'), cart }),
    z.object({ kind: z.literal('refused'), why: z.enum(['unknown', 'minimum', 'expired']) }),
  ]),
});

export const mergeCarts = defineCommandAction('cart.merge-carts', {
  access: 'internal',
  summary:
    "Pours a guest's cart into the customer's at sign-in: the larger quantity of each SKU. Repeatable.",
  input: z.object({ guestId: customerId, customerId }),
  output: z.object({ lines: z.int() }),
});

export const cartActions = [getCart, setLine, applyCoupon, mergeCarts] as const;
