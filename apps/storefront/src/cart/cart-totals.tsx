import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { Totals } from '../ui/totals.js';
import type { CartData } from './cart.query.js';
import { cartTexts } from './cart.texts.js';

/** What it comes to, worked out by the server; dimmed while a change is on its way. */
export function CartTotals({ cart, guest, busy }: { cart: CartData; guest: boolean; busy: boolean }) {
  const t = useTexts(cartTexts);
  const f = useFormats();
  const minus = (minor: number) => f.money({ minor: -minor, currency: cart.total.currency });
  const missing = cart.freeShippingFrom.minor - cart.subtotal.minor;
  const rows = [
    { label: t.things, value: f.money(cart.subtotal) },
    ...(cart.discount.minor > 0
      ? [{ label: cart.coupon?.code ?? t.coupon, value: minus(cart.discount.minor) }]
      : []),
    { label: t.delivery, value: cart.shipping.minor === 0 ? t.free : f.money(cart.shipping) },
  ];
  return (
    <div
      aria-live="polite"
      aria-busy={busy}
      className={busy ? 'text-ink-3 transition-colors' : 'transition-colors'}
    >
      <Totals rows={rows} sum={{ label: t.total, value: f.money(cart.total) }} />
      <p className="mt-1 mb-3.5 text-small text-ink-3">
        {cart.shipping.minor > 0 && missing > 0 && (
          <>{t.untilFree(f.money({ minor: missing, currency: cart.subtotal.currency }))} </>
        )}
        {guest ? t.guestEarns : t.earns(cart.pointsToEarn, f.number(cart.pointsToEarn))}
      </p>
    </div>
  );
}
