import {
  type ActionParsed,
  type CallerClaims,
  type CouponTerms,
  couponProblem,
  type placeOrder,
  priceOrder,
} from '@evenkeel/contracts';
import { equals, money, type OrderId, type Sku } from '@evenkeel/kernel';
import type { Order } from '../../order.js';
import type { StoredResult } from '../../workflows/saga/decision.js';

type Input = ActionParsed<typeof placeOrder>;

/** What the order service knows of a SKU. */
export interface Priced {
  readonly line: Omit<Order['facts']['lines'][number], 'quantity' | 'unitPrice'>;
  readonly prices: Readonly<Record<'CNY' | 'USD', number>>;
}

export interface Knowledge {
  readonly catalogue: ReadonlyMap<string, Priced>;
  readonly coupons: ReadonlyMap<string, CouponTerms>;
  readonly now: Date;
}

export type Placing =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'refused'; readonly result: StoredResult };

const refused = (result: StoredResult): Placing => ({ kind: 'refused', result });

/** Prices the wanted lines and makes the order, or says why not. The shopper's own total decides nothing. */
export function decidePlacing(
  wanted: { readonly input: Input; readonly caller: CallerClaims; readonly orderId: OrderId },
  knowledge: Knowledge,
): Placing {
  const { input, caller, orderId } = wanted;
  const { currency } = input.expectedTotal;
  if (input.lines.length === 0) return refused({ kind: 'cart-empty' });
  const quantities = addUp(input.lines);
  const unknown = [...quantities.keys()].filter((sku) => !knowledge.catalogue.has(sku));
  if (unknown.length > 0) return refused({ kind: 'unknown-sku', skus: unknown });

  const lines = [...quantities].map(([sku, quantity]) => {
    const known = knowledge.catalogue.get(sku) as Priced;
    return { ...known.line, quantity, unitPrice: known.prices[currency] };
  });
  const code = input.coupon?.trim().toUpperCase();
  const coupon = code ? (knowledge.coupons.get(code) ?? null) : null;
  if (code && !coupon) return refused({ kind: 'coupon-refused', why: 'unknown' });
  if (caller.kind === 'guest' && input.points > 0)
    return refused({ kind: 'not-enough-points', available: 0 });

  const price = priceOrder({
    currency,
    lines,
    coupon,
    points: input.points,
    earns: caller.kind === 'customer',
  });
  const problem = coupon
    ? couponProblem(coupon, money(price.subtotal, currency), knowledge.now.getTime())
    : null;
  if (problem) return refused({ kind: 'coupon-refused', why: problem === 'minimum' ? 'minimum' : 'used-up' });
  const total = money(price.total, currency);
  if (!equals(total, input.expectedTotal)) return refused({ kind: 'price-changed', total });

  const key = { operation: 'place-order', key: input.key };
  return {
    kind: 'order',
    order: {
      facts: {
        orderId,
        customerId: caller.sub,
        shopperKind: caller.kind === 'customer' ? 'customer' : 'guest',
        email: input.email,
        address: input.address,
        lines,
        price,
        coupon: coupon?.code ?? null,
        protocol: 'saga',
        placedAt: knowledge.now.toISOString(),
      },
      progress: {
        state: 'placed',
        step: 'reserving-stock',
        version: 1,
        round: 1,
        payBy: null,
        openAttempt: null,
        captured: null,
        refund: null,
        refunded: null,
        rejection: null,
        pending: [key],
        deadlineAt: new Date(knowledge.now.getTime() + FIRST_DEADLINE_MS).toISOString(),
        attempts: 0,
        fromCart: input.fromCart,
      },
    },
  };
}

/** After this long without an answer of inventory the sweeper asks again. */
const FIRST_DEADLINE_MS = 15_000;

/** A SKU on two lines is one line with both quantities. */
function addUp(lines: Input['lines']): Map<Sku, number> {
  const quantities = new Map<Sku, number>();
  for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return quantities;
}
