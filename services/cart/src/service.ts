import {
  type ActionOutput,
  applyCoupon,
  CART_LIMITS,
  type Cart,
  getCart,
  mergeCarts,
  setLine,
} from '@evenkeel/contracts';
import type { Clock, CustomerId } from '@evenkeel/kernel';
import { action, type ServedAction } from '@evenkeel/runtime';
import { priceCart, type Shopper } from './features/price-cart/price-cart.js';
import type { CartStore } from './store/cart-store.js';
import type { CatalogueStore } from './store/catalogue-store.js';

interface Parts {
  readonly carts: CartStore;
  readonly catalogue: CatalogueStore;
  readonly clock: Clock;
}

/** The actions of the cart service. */
export function cartActions({ carts, catalogue, clock }: Parts): ServedAction[] {
  async function show(customerId: CustomerId, shopper: Shopper): Promise<Cart> {
    const stored = await carts.get(customerId);
    const [entries, coupon] = await Promise.all([
      catalogue.entries(stored.lines.map((line) => line.sku)),
      stored.coupon ? catalogue.coupon(stored.coupon) : null,
    ]);
    return priceCart(stored, shopper, { catalogue: entries, coupon, nowMs: clock.now() });
  }

  return [
    action(getCart, ({ customerId, currency, earns, points }) =>
      show(customerId, { currency, earns, points }),
    ),
    action(
      setLine,
      async ({ customerId, currency, earns, sku, quantity }): Promise<ActionOutput<typeof setLine>> => {
        const shopper = { currency, earns, points: 0 };
        if (quantity > CART_LIMITS.quantity) return { kind: 'too-many', most: CART_LIMITS.quantity };
        const entry = (await catalogue.entries([sku])).get(sku);
        // What is not sold any more can still be taken out.
        if (!entry && quantity > 0) return { kind: 'unknown-sku' };
        const { lines } = await carts.get(customerId);
        const known = lines.find((line) => line.sku === sku);
        if (!known && quantity > 0 && lines.length >= CART_LIMITS.lines)
          return { kind: 'cart-full', most: CART_LIMITS.lines };
        if (quantity > 0 || known) {
          const prices = known?.prices ?? entry?.prices ?? { CNY: 0, USD: 0 };
          await carts.setLine(customerId, { sku, quantity, prices });
        }
        return { kind: 'set', cart: await show(customerId, shopper) };
      },
    ),
    action(
      applyCoupon,
      async ({ customerId, currency, earns, code }): Promise<ActionOutput<typeof applyCoupon>> => {
        const shopper = { currency, earns, points: 0 };
        if (code === null || code === '') {
          await carts.setCoupon(customerId, null);
          return { kind: 'applied', cart: await show(customerId, shopper) };
        }
        const coupon = await catalogue.coupon(code.toUpperCase());
        if (!coupon) return { kind: 'refused', why: 'unknown' };
        const before = (await carts.get(customerId)).coupon;
        await carts.setCoupon(customerId, coupon.code);
        const cart = await show(customerId, shopper);
        if (cart.couponProblem === null) return { kind: 'applied', cart };
        await carts.setCoupon(customerId, before);
        return { kind: 'refused', why: cart.couponProblem };
      },
    ),
    action(mergeCarts, async ({ guestId, customerId }) => {
      await carts.merge(guestId, customerId);
      return { lines: (await carts.get(customerId)).lines.length };
    }),
  ];
}
