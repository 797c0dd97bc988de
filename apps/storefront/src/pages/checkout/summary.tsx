import { ChevronDown } from 'lucide-react';
import { CartCoupon } from '../../cart/cart-coupon.js';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { OrderLines } from '../../order/order-lines.js';
import { Totals } from '../../ui/totals.js';
import type { CheckoutCart } from './checkout.query.js';
import { checkoutTexts } from './checkout.texts.js';

type Props = {
  cart: CheckoutCart;
  guest: boolean;
  applyCoupon: (code: string | null) => Promise<string | null>;
};

function Sums({ cart, guest, applyCoupon }: Props) {
  const t = useTexts(checkoutTexts);
  const f = useFormats();
  const minus = (minor: number) => f.money({ minor: -minor, currency: cart.total.currency });
  const rows = [
    { label: t.things, value: f.money(cart.subtotal) },
    ...(cart.discount.minor > 0
      ? [{ label: cart.coupon?.code ?? '', value: minus(cart.discount.minor) }]
      : []),
    ...(cart.pointsSpent > 0
      ? [{ label: t.points(f.number(cart.pointsSpent)), value: minus(cart.pointsValue.minor) }]
      : []),
    { label: t.delivery, value: cart.shipping.minor === 0 ? t.free : f.money(cart.shipping) },
  ];
  return (
    <>
      <OrderLines lines={cart.lines} />
      <div className="py-1.5">
        <CartCoupon coupon={cart.coupon ?? null} problem={cart.couponProblem ?? null} apply={applyCoupon} />
      </div>
      <div aria-live="polite">
        <Totals rows={rows} sum={{ label: t.total, value: f.money(cart.total) }} />
      </div>
      {!guest && (
        <p className="mt-2 text-small text-ink-3">
          {t.earns(cart.pointsToEarn, f.number(cart.pointsToEarn))}
        </p>
      )}
    </>
  );
}

/** The order beside the steps; on a phone one line at the top that opens. */
export function Summary(props: Props) {
  const t = useTexts(checkoutTexts);
  const f = useFormats();
  const { cart } = props;
  return (
    <>
      <aside aria-label={t.yourOrder} className="sticky top-6 border-t border-ink pt-3.5 max-md:hidden">
        <h2 className="text-3">{t.yourOrder}</h2>
        <Sums {...props} />
      </aside>
      <details className="group sticky top-0 z-10 -mx-(--gutter) -order-1 border-b border-line bg-paper px-(--gutter) md:hidden">
        <summary className="flex min-h-14 list-none items-center justify-between text-small [&::-webkit-details-marker]:hidden">
          <span className="flex items-center gap-2">
            {t.yourOrderOf(cart.quantity, f.number(cart.quantity))}
            <ChevronDown
              aria-hidden="true"
              className="size-4 transition-transform duration-(--fast) group-open:rotate-180"
              strokeWidth={1.5}
            />
          </span>
          <span className="text-body font-strong tabular-nums">{f.money(cart.total)}</span>
        </summary>
        <div className="max-h-[60dvh] overflow-y-auto pb-4">
          <Sums {...props} />
        </div>
      </details>
    </>
  );
}
