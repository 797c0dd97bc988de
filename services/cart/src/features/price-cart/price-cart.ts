import { type Cart, couponProblem, priceOrder } from '@evenkeel/contracts';
import { type Currency, money } from '@evenkeel/kernel';
import type { CatalogueEntry, KnownCoupon, StoredCart } from '../../cart.js';

export interface Shopper {
  readonly currency: Currency;
  /** Guests have no wallet and earn nothing. */
  readonly earns: boolean;
  readonly points: number;
}

export interface Knowledge {
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  readonly coupon: KnownCoupon | null;
  readonly nowMs: number;
}

/** Works a cart out as a shopper sees it. A SKU that is not sold any more is left out. */
export function priceCart(stored: StoredCart, shopper: Shopper, knowledge: Knowledge): Cart {
  const { currency } = shopper;
  const lines = stored.lines.flatMap(({ sku, quantity, prices }) => {
    const known = knowledge.catalogue.get(sku);
    if (!known) return [];
    const unitPrice = known.prices[currency];
    const was = prices[currency];
    return [{ ...known.line, quantity, unitPrice, priceWas: was === unitPrice ? null : was }];
  });
  const { coupon } = knowledge;
  const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const problem = coupon ? couponProblem(coupon, money(subtotal, currency), knowledge.nowMs) : null;
  const counts = coupon && problem === null ? coupon : null;
  return {
    lines,
    price: priceOrder({ currency, lines, coupon: counts, points: shopper.points, earns: shopper.earns }),
    coupon: counts ? { code: counts.code, title: counts.title } : null,
    couponProblem: problem,
  };
}
