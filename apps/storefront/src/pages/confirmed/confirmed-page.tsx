import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { orderTexts } from '../../order/order.texts.js';
import { OrderLines } from '../../order/order-lines.js';
import { groupedNumber } from '../../order/order-number.js';
import { isPaid } from '../../order/order-phase.js';
import { OrderTimeline } from '../../order/order-timeline.js';
import { useLiveOrder } from '../../order/use-live-order.js';
import { useShell } from '../../shell/shell.query.js';
import { Block } from '../../ui/block.js';
import { buttonClass } from '../../ui/button.js';
import { PageTitle } from '../../ui/page-title.js';
import { Totals } from '../../ui/totals.js';
import { NoOrder } from '../order/no-order.js';
import { TextPending } from '../pending.js';
import { confirmedTexts } from './confirmed.texts.js';

const route = getRouteApi('/shell/orders/$number/confirmed');

/** It worked: thanks, the number, what comes, and one way on. */
export default function ConfirmedPage() {
  const t = useTexts(confirmedTexts);
  const words = useTexts(orderTexts);
  const f = useFormats();
  const { number } = route.useParams();
  const { order, fetching } = useLiveOrder(number);
  const { viewer } = useShell();
  if (!order) return order === null && !fetching ? <NoOrder /> : <TextPending />;
  if (!isPaid(order)) return <Navigate to="/orders/$number" params={{ number }} replace />;
  const points = order.pointsToEarn;
  return (
    <div className="wrap pt-[clamp(32px,5vw,64px)]">
      <PageTitle>{t.title}</PageTitle>
      <p className="text-small text-ink-3 tabular-nums" data-order-number={order.number}>
        {words.order(groupedNumber(order.number))}
      </p>
      <h1 className="mt-1.5 text-hero font-plain">{t.title}</h1>
      <p className="mt-4 max-w-[52ch] text-ink-2">{t.thanks(order.address.name, order.email)}</p>
      <div className="mt-7 mb-12 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Link to="/orders/$number" params={{ number }} className={buttonClass('primary')}>
          {t.seeOrder}
        </Link>
        <Link to="/shop" className={buttonClass('text')}>
          {t.keepLooking}
        </Link>
      </div>
      <div className="grid items-start gap-8 md:grid-cols-[7fr_5fr] md:gap-[clamp(32px,6vw,88px)]">
        <Block title={t.next}>
          <div className="mt-4">
            <OrderTimeline order={order} />
          </div>
        </Block>
        <Block title={t.things}>
          <OrderLines lines={order.lines} />
          <Totals className="mt-3" rows={[]} sum={{ label: t.paid, value: f.money(order.paid) }} />
          {points > 0 && <p className="mt-3 text-small text-ink-2">{t.points(points, f.number(points))}</p>}
          {viewer?.kind === 'GUEST' && (
            <p className="mt-3 text-small text-ink-2">
              {t.guest}{' '}
              <Link to="/sign-in" search={{ new: true }} className="link text-ink">
                {t.makeAccount}
              </Link>
            </p>
          )}
        </Block>
      </div>
    </div>
  );
}
