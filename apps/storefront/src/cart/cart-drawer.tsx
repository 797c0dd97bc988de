import { Link } from '@tanstack/react-router';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { useShell } from '../shell/shell.query.js';
import { buttonClass } from '../ui/button.js';
import { ErrorRow } from '../ui/error-row.js';
import { Panel } from '../ui/panel.js';
import { cartTexts } from './cart.texts.js';
import { CartCoupon } from './cart-coupon.js';
import { showCartDrawer, useCartDrawer } from './cart-drawer-state.js';
import { CartEmpty } from './cart-empty.js';
import { CartRows } from './cart-rows.js';
import { CartTotals } from './cart-totals.js';
import { useRemovedLines } from './removed-lines-store.js';
import { useCart, useCartChanges } from './use-cart.js';

const close = () => showCartDrawer(false);

/** The basket beside the page. */
export default function CartDrawer() {
  const t = useTexts(cartTexts);
  const f = useFormats();
  const open = useCartDrawer();
  const { cart, error, again } = useCart();
  const { setLine, applyCoupon, busy } = useCartChanges();
  const removed = useRemovedLines();
  const { viewer } = useShell();
  const empty = cart && cart.lines.length === 0;
  return (
    <Panel
      kind="drawer"
      open={open}
      onOpenChange={showCartDrawer}
      title={
        <>
          {t.basket}{' '}
          <span className="font-plain text-ink-3 tabular-nums">
            {cart && cart.quantity > 0 && f.number(cart.quantity)}
          </span>
        </>
      }
      footer={
        cart && !empty ? (
          <>
            <CartCoupon coupon={cart.coupon} problem={cart.couponProblem} apply={applyCoupon} />
            <CartTotals cart={cart} guest={viewer?.kind === 'GUEST'} busy={busy} />
            <Link to="/checkout" onClick={close} className={buttonClass('primary', 'normal', 'w-full')}>
              {t.checkOut}
            </Link>
          </>
        ) : undefined
      }
    >
      {!cart && error && <ErrorRow title={t.failed} note={t.failedNote} error={error} onRetry={again} />}
      {cart && <CartRows cart={cart} setLine={setLine} onFollow={close} />}
      {empty && removed.length === 0 && <CartEmpty onFollow={close} />}
    </Panel>
  );
}
