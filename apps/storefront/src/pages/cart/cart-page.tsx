import { Link } from '@tanstack/react-router';
import { cartTexts } from '../../cart/cart.texts.js';
import { CartCoupon } from '../../cart/cart-coupon.js';
import { CartEmpty } from '../../cart/cart-empty.js';
import { CartRows } from '../../cart/cart-rows.js';
import { CartTotals } from '../../cart/cart-totals.js';
import { useRemovedLines } from '../../cart/removed-lines-store.js';
import { useCart, useCartChanges } from '../../cart/use-cart.js';
import { OtherShelves } from '../../departments/other-shelves.js';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { useShell } from '../../shell/shell.query.js';
import { buttonClass } from '../../ui/button.js';
import { ErrorRow } from '../../ui/error-row.js';
import { PageTitle } from '../../ui/page-title.js';
import { TextPending } from '../pending.js';

/** The basket as a page of its own. */
export default function CartPage() {
  const t = useTexts(cartTexts);
  const f = useFormats();
  const { cart, error, again } = useCart();
  const { setLine, applyCoupon, busy } = useCartChanges();
  const removed = useRemovedLines();
  const { viewer } = useShell();
  if (!cart && !error) return <TextPending />;
  const empty = cart?.lines.length === 0;
  return (
    <div className="wrap pt-8">
      <PageTitle>{t.basket}</PageTitle>
      <h1 className="mb-6 text-1">
        {t.basket}{' '}
        {cart && cart.quantity > 0 && (
          <span className="font-plain text-ink-3 tabular-nums">{f.number(cart.quantity)}</span>
        )}
      </h1>
      {!cart && error && <ErrorRow title={t.failed} note={t.failedNote} error={error} onRetry={again} />}
      {empty && removed.length === 0 && (
        <>
          <CartEmpty />
          <OtherShelves className="mt-4" />
        </>
      )}
      {cart && (!empty || removed.length > 0) && (
        <div className="grid items-start gap-8 md:grid-cols-[7fr_5fr] md:gap-[clamp(32px,6vw,88px)]">
          <div className="border-t border-line">
            <CartRows cart={cart} setLine={setLine} />
          </div>
          {!empty && (
            <aside className="border-t border-ink pt-3.5 md:sticky md:top-6">
              <CartCoupon
                coupon={cart.coupon ?? null}
                problem={cart.couponProblem ?? null}
                apply={applyCoupon}
              />
              <CartTotals cart={cart} guest={viewer?.kind === 'GUEST'} busy={busy} />
              <Link to="/checkout" className={buttonClass('primary', 'normal', 'w-full')}>
                {t.checkOut}
              </Link>
            </aside>
          )}
        </div>
      )}
    </div>
  );
}
