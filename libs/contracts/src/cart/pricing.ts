import { type Currency, type Money, money } from '@evenkeel/kernel';
import type { CouponTerms } from '../loyalty/loyalty-messages.js';
import type { Priced } from '../order/order.js';
import { pointsCovering, pointsEarnedBy, pointsValue } from '../shared/points.js';

/** Delivery costs this much … */
const SHIPPING = { USD: 600, CNY: 1_800 } as const;
/** … and nothing from this subtotal on. */
export const FREE_SHIPPING_FROM = { USD: 6_000, CNY: 39_900 } as const;

export interface PricingInput {
  readonly currency: Currency;
  readonly lines: readonly { readonly quantity: number; readonly unitPrice: number }[];
  readonly coupon: CouponTerms | null;
  /** Points the shopper wants to spend; more than the order can take are left alone. */
  readonly points: number;
  /** Guests have no wallet and earn nothing. */
  readonly earns: boolean;
}

/** Why a coupon does not count here, or null when it does. */
export function couponProblem(
  coupon: CouponTerms,
  subtotal: Money,
  nowMs: number,
): 'minimum' | 'expired' | null {
  if (coupon.expiresAt !== null && Date.parse(coupon.expiresAt) <= nowMs) return 'expired';
  return subtotal.minor < coupon.minimum[subtotal.currency] ? 'minimum' : null;
}

/**
 * What an order costs: the one place where it is worked out, for the cart's preview and for the order itself.
 * The coupon comes off the goods, then points off the rest; delivery is judged by the goods before both.
 */
export function priceOrder(input: PricingInput): Priced {
  const { currency } = input;
  const subtotal = input.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const discount = input.coupon ? Math.floor((subtotal * input.coupon.percentOff) / 100) : 0;
  const shipping = subtotal === 0 || subtotal >= FREE_SHIPPING_FROM[currency] ? 0 : SHIPPING[currency];
  const due = money(subtotal - discount + shipping, currency);
  const pointsSpent = Math.min(input.points, pointsCovering(due));
  const worth = pointsValue(pointsSpent, currency).minor;
  const total = money(due.minor - worth, currency);
  return {
    currency,
    subtotal,
    discount,
    shipping,
    pointsSpent,
    pointsValue: worth,
    total: total.minor,
    pointsToEarn: input.earns ? pointsEarnedBy(total) : 0,
  };
}
