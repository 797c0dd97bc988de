import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { assertNever } from '../../app/assert-never.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { endAttempt, PLACING } from '../../once/attempt-store.js';
import type { OrderData } from '../../order/order.query.js';
import { orderTexts } from '../../order/order.texts.js';
import { groupedNumber } from '../../order/order-number.js';
import { isPaid, type OrderPhase, phaseOf } from '../../order/order-phase.js';
import { OrderTimeline } from '../../order/order-timeline.js';
import { useLiveOrder } from '../../order/use-live-order.js';
import { type Paying, usePay } from '../../payment/use-pay.js';
import { buttonClass } from '../../ui/button.js';
import { CallOut } from '../../ui/call-out.js';
import { ErrorPage } from '../../ui/error-page.js';
import { PageTitle } from '../../ui/page-title.js';
import { NoOrder } from '../order/no-order.js';
import { TextPending } from '../pending.js';
import { Asking } from './asking.js';
import { Ended } from './ended.js';
import { processingTexts } from './processing.texts.js';

/** The form of a card comes only to those whose first card was refused, or who left before paying. */
const PayAgain = lazy(() => import('./pay-again.js'));

const route = getRouteApi('/shell/orders/$number/processing');

export default function ProcessingPage() {
  const t = useTexts(processingTexts);
  const { number } = route.useParams();
  const { order, error, fetching, again } = useLiveOrder(number);
  const { paying, pay } = usePay(order);
  // Not before: a reload on the way here would find neither the basket nor the order.
  useEffect(() => endAttempt(PLACING), []);
  if (!order) {
    if (error) {
      return <ErrorPage title={t.failed} note={t.failedNote} error={error} onRetry={again} />;
    }
    return order === null && !fetching ? <NoOrder /> : <TextPending />;
  }
  if (isPaid(order)) return <Navigate to="/orders/$number/confirmed" params={{ number }} replace />;
  return <Open order={order} paying={paying} pay={pay} />;
}

type OpenProps = {
  order: OrderData;
  paying: Paying;
  pay: (token: string, lastDigits: string) => Promise<void>;
};

/** An order that is not paid yet, or never will be. */
function Open({ order, paying, pay }: OpenProps) {
  const t = useTexts(processingTexts);
  const words = useTexts(orderTexts);
  const phase = phaseOf(order);
  const onTheWay =
    (phase === 'to-pay' || phase === 'declined') && (paying.kind === 'sending' || paying.kind === 'lost');
  const title = onTheWay ? t.sending : words.phase[phase];
  return (
    <div className="wrap max-w-[calc(680px+2*var(--gutter))] pt-[clamp(32px,6vw,72px)]">
      <PageTitle>{title}</PageTitle>
      <p className="text-small text-ink-3 tabular-nums">{words.order(groupedNumber(order.number))}</p>
      <div role="status">
        <h1 className="mt-1.5 text-1">{title}</h1>
      </div>
      {onTheWay ? (
        paying.kind === 'lost' ? (
          <CallOut>{t.lost}</CallOut>
        ) : (
          <p className="mt-3 mb-8 text-ink-2">{t.shortly}</p>
        )
      ) : (
        <Stage order={order} phase={phase} paying={paying} pay={pay} />
      )}
      <OrderTimeline order={order} />
      {(phase === 'asking' || phase === 'setting-aside' || onTheWay) && (
        <>
          <Link to="/shop" className={buttonClass('text', 'normal', 'mt-1')}>
            {t.keepLooking}
          </Link>
          <p className="mt-4 max-w-[56ch] text-small text-ink-3">{t.either}</p>
        </>
      )}
    </div>
  );
}

function Stage({ order, phase, paying, pay }: OpenProps & { phase: OrderPhase }) {
  const t = useTexts(processingTexts);
  switch (phase) {
    case 'setting-aside':
      return <p className="mt-3 mb-8 text-ink-2">{t.settingNote}</p>;
    case 'asking':
      return <Asking order={order} />;
    case 'to-pay':
    case 'declined':
      return (
        <Suspense fallback={null}>
          <PayAgain order={order} declined={phase === 'declined'} paying={paying} onPay={pay} />
        </Suspense>
      );
    case 'rejected':
    case 'cancelled':
    case 'expired':
    case 'refunding':
    case 'refunded':
      return <Ended order={order} phase={phase} />;
    case 'packing':
    case 'packed':
    case 'on-its-way':
    case 'delivered':
      return null;
    default:
      return assertNever(phase);
  }
}
