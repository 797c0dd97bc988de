import { applyCoupon as applyCouponAction, type Cart, setLine, sku } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { couponRefused } from '../../refusals/coupon-refused.js';
import { orRefusal, refusal } from '../../refusals/refusal.js';
import type { RequestContext } from '../../request/request-context.js';

function owner(context: RequestContext) {
  const { sub, currency, kind } = context.requireCaller();
  return { customerId: sub, currency, earns: kind !== 'guest' };
}

const updated = (cart: Cart) => ({ __typename: 'CartUpdated', cart });

/** Sets the quantity wanted of a SKU. */
export async function setCartLine(
  _: unknown,
  args: { readonly sku: string; readonly quantity: number },
  context: RequestContext,
) {
  const { locale } = context;
  const whose = owner(context);
  const known = sku.safeParse(args.sku);
  if (!known.success) return refusal('UnknownSku', locale);
  return orRefusal(locale, async () => {
    const result = await context.command(setLine, { ...whose, sku: known.data, quantity: args.quantity });
    switch (result.kind) {
      case 'set':
        return updated(result.cart);
      case 'unknown-sku':
        return refusal('UnknownSku', locale);
      case 'too-many':
        return refusal('TooMany', locale, { most: result.most });
      case 'cart-full':
        return refusal('CartFull', locale, { most: result.most });
      default:
        return assertNever(result);
    }
  });
}

/** Puts a coupon into the cart, or takes it off. */
export async function applyCoupon(
  _: unknown,
  args: { readonly code?: string | null },
  context: RequestContext,
) {
  const { locale } = context;
  const whose = owner(context);
  return orRefusal(locale, async () => {
    const result = await context.command(applyCouponAction, { ...whose, code: args.code ?? null });
    switch (result.kind) {
      case 'applied':
        return updated(result.cart);
      case 'refused':
        return couponRefused(result.why, locale);
      default:
        return assertNever(result);
    }
  });
}

/** The cart of the caller, as it is with so many points spent. */
export const cartQueries = {
  cart: (_: unknown, { points }: { points?: number | null }, { loaders }: RequestContext) =>
    loaders.cart(points ?? 0),
};
