import {
  type Address,
  type PlaceOrderResult,
  Problem,
  placeOrder as placeOrderAction,
  type Rejection,
  type SkuQuantity,
} from '@evenkeel/contracts';
import { assertNever, type Money } from '@evenkeel/kernel';
import { couponRefused } from '../../refusals/coupon-refused.js';
import { orRefusal, refusal } from '../../refusals/refusal.js';
import type { RequestContext } from '../../request/request-context.js';
import { requireKey, resultOf } from './keyed.js';
import { viewOfSnapshot } from './view-of-snapshot.js';

interface PlaceOrderInput {
  readonly lines?: readonly SkuQuantity[] | null;
  readonly email: string;
  readonly address: Address;
  readonly expectedTotal: Money;
  readonly points?: number | null;
  readonly coupon?: string | null;
}

/** Places what was asked for, or what is in the cart. */
export async function placeOrder(_: unknown, { input }: { input: PlaceOrderInput }, context: RequestContext) {
  context.requireCaller();
  return orRefusal(context.locale, async () => {
    const lines = input.lines ?? (await linesOfCart(context));
    const answer = await context.command(placeOrderAction, {
      key: requireKey(context),
      lines: [...lines],
      fromCart: !input.lines,
      email: input.email,
      address: input.address,
      expectedTotal: input.expectedTotal,
      points: input.points ?? 0,
      coupon: input.coupon ?? null,
    });
    return placed(resultOf(context, answer), context);
  });
}

async function linesOfCart(context: RequestContext): Promise<SkuQuantity[]> {
  const cart = await context.loaders.cart(0);
  return cart.lines.map(({ sku, quantity }) => ({ sku, quantity }));
}

function placed(result: PlaceOrderResult, context: RequestContext) {
  const { locale } = context;
  switch (result.kind) {
    case 'placed':
      return { __typename: 'OrderPlaced', order: viewOfSnapshot(result.order) };
    case 'rejected':
      return rejected(result.rejection, context);
    case 'price-changed':
      return refusal('PriceChanged', locale, { total: result.total });
    case 'unknown-sku': {
      const issues = result.skus.map((sku) => ({ path: ['lines', sku] }));
      throw new Problem('house.invalid-input', 'Not for sale', { issues });
    }
    case 'cart-empty':
      return refusal('CartEmpty', locale);
    case 'coupon-refused':
      return couponRefused(result.why, locale);
    case 'not-enough-points':
      return refusal('NotEnoughPoints', locale, { available: result.available });
    default:
      return assertNever(result);
  }
}

function rejected(rejection: Rejection, { locale }: RequestContext) {
  switch (rejection.reason) {
    case 'sold-out':
      return refusal('SoldOut', locale, { lines: rejection.shortages });
    case 'coupon-refused':
      return couponRefused(rejection.why, locale);
    case 'not-enough-points':
      return refusal('NotEnoughPoints', locale, { available: rejection.available });
    default:
      return assertNever(rejection);
  }
}
