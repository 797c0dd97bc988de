import { getRouteApi, Link } from '@tanstack/react-router';
import { addressLine } from '../../address/address-line.js';
import { useFormats, useLocale, useTexts } from '../../i18n/i18n-context.js';
import { LiveDot } from '../../live/live-dot.js';
import type { OrderData } from '../../order/order.query.js';
import { orderTexts } from '../../order/order.texts.js';
import { OrderLines } from '../../order/order-lines.js';
import { groupedNumber } from '../../order/order-number.js';
import { phaseOf } from '../../order/order-phase.js';
import { OrderTimeline } from '../../order/order-timeline.js';
import { useLiveOrder } from '../../order/use-live-order.js';
import { Block } from '../../ui/block.js';
import { Crumbs } from '../../ui/crumbs.js';
import { ErrorPage } from '../../ui/error-page.js';
import { PageTitle } from '../../ui/page-title.js';
import { TextPending } from '../pending.js';
import { NoOrder } from './no-order.js';
import { orderPageTexts } from './order.texts.js';
import { OrderActions } from './order-actions.js';
import { OrderMoney } from './order-money.js';
import { ReviewLine } from './review-line.js';

const route = getRouteApi('/shell/orders/$number');

export default function OrderPage() {
  const t = useTexts(orderPageTexts);
  const { number } = route.useParams();
  const { order, error, fetching, again } = useLiveOrder(number);
  if (order) return <Loaded order={order} />;
  if (error) {
    return <ErrorPage title={t.failed} note={t.failedNote} error={error} onRetry={again} />;
  }
  return order === null && !fetching ? <NoOrder /> : <TextPending />;
}

function Loaded({ order }: { order: OrderData }) {
  const t = useTexts(orderPageTexts);
  const words = useTexts(orderTexts);
  const f = useFormats();
  const locale = useLocale();
  const title = words.phase[phaseOf(order)];
  const reviews = order.actions.includes('REVIEW');
  return (
    <div className="wrap">
      <PageTitle>{title}</PageTitle>
      <Crumbs
        trail={[
          <Link key="orders" to="/orders">
            {t.orders}
          </Link>,
        ]}
        here={
          <span className="tabular-nums" data-order-number={order.number}>
            {groupedNumber(order.number)}
          </span>
        }
      />
      <div className="mb-8 flex flex-wrap items-end justify-between gap-3">
        <div>
          <div role="status">
            <h1 className="text-1">{title}</h1>
          </div>
          <p className="mt-1.5 text-small text-ink-2">{t.placed(f.moment(order.placedAt))}</p>
        </div>
        <LiveDot>{t.live}</LiveDot>
      </div>
      <div className="grid items-start gap-10 md:grid-cols-[7fr_5fr] md:gap-[clamp(32px,6vw,88px)]">
        <div>
          <OrderTimeline order={order} />
          <OrderActions order={order} />
        </div>
        <div>
          <OrderMoney order={order} />
          <Block title={t.parcel}>
            <OrderLines
              lines={order.lines}
              action={({ product, title: thing }) =>
                reviews && product && <ReviewLine productId={product.id} title={thing} />
              }
            />
          </Block>
          <Block title={t.goesTo}>
            <p className="text-small text-ink-2">{addressLine(order.address, locale)}</p>
          </Block>
        </div>
      </div>
    </div>
  );
}
