import { Link } from '@tanstack/react-router';
import { useTexts } from '../../i18n/i18n-context.js';
import type { OrderData } from '../../order/order.query.js';
import { buttonClass } from '../../ui/button.js';
import { CallOut } from '../../ui/call-out.js';
import { processingTexts } from './processing.texts.js';

type Props = { order: OrderData; phase: 'rejected' | 'cancelled' | 'expired' | 'refunding' | 'refunded' };

/** It did not come to be: why, what was given back, and the ways on. */
export function Ended({ order, phase }: Props) {
  const t = useTexts(processingTexts);
  const note = {
    rejected: t.rejectedNote,
    cancelled: t.cancelledNote,
    expired: t.expiredNote,
    refunding: t.refundNote,
    refunded: t.refundNote,
  }[phase];
  return (
    <>
      <CallOut tone="ember">
        {order.reason && <p className="font-strong">{order.reason}</p>}
        {order.shortLines.length > 0 && (
          <ul className="mt-1">
            {order.shortLines.map(({ sku, available }) => (
              <li key={sku}>
                {t.shortLine(order.lines.find((line) => line.sku === sku)?.title ?? sku, available)}
              </li>
            ))}
          </ul>
        )}
        <p className="mt-1 text-ink-2 first:mt-0">{note}</p>
      </CallOut>
      <div className="mb-10 flex flex-wrap gap-4">
        {phase === 'rejected' ? (
          <Link to="/cart" className={buttonClass('primary')}>
            {t.toBasket}
          </Link>
        ) : (
          <Link to="/orders/$number" params={{ number: order.number }} className={buttonClass('quiet')}>
            {t.seeOrder}
          </Link>
        )}
        <Link to="/shop" className={buttonClass('text')}>
          {t.keepLooking}
        </Link>
      </div>
    </>
  );
}
