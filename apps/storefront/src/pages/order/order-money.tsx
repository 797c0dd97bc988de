import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import type { OrderData } from '../../order/order.query.js';
import { orderTexts } from '../../order/order.texts.js';
import { Block } from '../../ui/block.js';
import { Totals } from '../../ui/totals.js';
import { orderPageTexts } from './order.texts.js';

/** What it cost, what was paid, what went back; and the same for points. */
export function OrderMoney({ order }: { order: OrderData }) {
  const t = useTexts(orderPageTexts);
  const words = useTexts(orderTexts);
  const f = useFormats();
  const { currency } = order.total;
  const minus = (minor: number) => f.money({ minor: -minor, currency });
  const paid = order.paid.minor > 0;
  const rows = [
    { label: t.things, value: f.money(order.subtotal) },
    ...(order.discount.minor > 0 ? [{ label: order.coupon ?? '', value: minus(order.discount.minor) }] : []),
    ...(order.pointsSpent > 0
      ? [{ label: t.pointsRow(f.number(order.pointsSpent)), value: minus(order.pointsValue.minor) }]
      : []),
    { label: t.delivery, value: order.shipping.minor === 0 ? t.free : f.money(order.shipping) },
  ];
  const sum = paid
    ? { label: t.paidOnce, value: f.money(order.paid) }
    : { label: order.actions.includes('PAY') ? t.toPay : t.total, value: f.money(order.total) };
  return (
    <>
      <Block title={t.money}>
        <Totals rows={rows} sum={sum} />
        {order.refunded.minor > 0 && (
          <p className="mt-2 flex justify-between text-small">
            <span>{t.givenBack}</span>
            <span className="tabular-nums">{f.money(order.refunded)}</span>
          </p>
        )}
        {order.shortfallPoints > 0 && (
          <p className="mt-2 text-small text-ink-2">{words.shortfall(f.number(order.shortfallPoints))}</p>
        )}
      </Block>
      {(order.pointsSpent > 0 || order.pointsToEarn > 0) && (
        <Block title={t.points}>
          <dl className="text-small tabular-nums">
            {order.pointsSpent > 0 && <Row label={t.spent} value={f.signed(-order.pointsSpent)} />}
            {order.pointsEarned > 0 ? (
              <Row label={t.earned} value={f.signed(order.pointsEarned)} />
            ) : (
              order.pointsToEarn > 0 && <Row label={t.toEarn} value={f.signed(order.pointsToEarn)} />
            )}
          </dl>
        </Block>
      )}
    </>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between gap-4 py-[5px]">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
