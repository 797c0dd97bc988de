import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import { endAttempt, openAttempt, PLACING } from '../../once/attempt-store.js';
import { useOnce } from '../../once/use-once.js';
import { BlankPage } from '../../ui/blank-page.js';
import { buttonClass } from '../../ui/button.js';
import { PlaceOrder } from './checkout.query.js';
import { checkoutTexts } from './checkout.texts.js';
import type { OrderInput } from './order-input.js';

/**
 * The basket is empty. Where an attempt is still open, its order may have taken the things along and only the
 * answer got lost: the same attempt is sent again, which finds the order or, with an empty basket, makes none.
 */
export function NothingToCheckOut() {
  const t = useTexts(checkoutTexts);
  const navigate = useNavigate();
  const once = useOnce();
  const [open] = useState(() => openAttempt<{ input: OrderInput }>(PLACING));
  const [looking, setLooking] = useState(open !== null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the page opens
  useEffect(() => {
    if (!open) return;
    void once(PLACING, PlaceOrder, open).then((data) => {
      setLooking(false);
      if (!data) return;
      if (data.placeOrder.__typename !== 'OrderPlaced') return endAttempt(PLACING);
      const { number } = data.placeOrder.order;
      void navigate({ to: '/orders/$number/processing', params: { number }, replace: true });
    });
  }, []);

  if (looking) return <BlankPage title={t.resuming} />;
  return (
    <BlankPage
      title={t.empty}
      actions={
        <>
          <Link to="/shop" className={buttonClass('primary')}>
            {t.shop}
          </Link>
          <Link to="/orders" className={buttonClass('text')}>
            {t.orders}
          </Link>
        </>
      }
    >
      {t.emptyNote}
    </BlankPage>
  );
}
