import { Link } from '@tanstack/react-router';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { orderTexts } from '../../order/order.texts.js';
import { groupedNumber } from '../../order/order-number.js';
import { type OrderPhase, phaseOf } from '../../order/order-phase.js';
import { classes } from '../../ui/classes.js';
import { Picture } from '../../ui/picture.js';
import type { OrderInList } from './orders.query.js';
import { ordersTexts } from './orders.texts.js';

const SHOWN = 3;

/** Solid: settled and good · hatch: not settled · ring: still to do · ember: it ended. */
function Mark({ phase }: { phase: OrderPhase }) {
  const look = {
    'setting-aside': 'rounded-full hatch border border-ink-2',
    asking: 'rounded-full hatch border border-ink-2',
    refunding: 'rounded-full hatch border border-ink-2',
    'to-pay': 'rounded-full border-2 border-ink',
    declined: 'rounded-full border-2 border-ember',
    packing: 'rounded-full bg-sea',
    packed: 'rounded-full bg-sea',
    'on-its-way': 'rounded-full bg-sea',
    delivered: 'rounded-full bg-sea',
    rejected: 'h-0.5! bg-ember',
    expired: 'h-0.5! bg-ink-3',
    cancelled: 'h-0.5! bg-ink-3',
    refunded: 'h-0.5! bg-ink-3',
  }[phase];
  return <span aria-hidden="true" className={classes('size-2.5 flex-none', look)} />;
}

/** One order among others: where it is, what is in it, what it cost. */
export function OrderRow({ order }: { order: OrderInList }) {
  const t = useTexts(ordersTexts);
  const words = useTexts(orderTexts);
  const f = useFormats();
  const phase = phaseOf(order);
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <li className="relative grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-3 border-b border-line py-5 hover:bg-[color-mix(in_oklch,var(--well)_45%,transparent)] md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_auto]">
      <div>
        <p className="flex items-center gap-2.5">
          <Mark phase={phase} />
          <Link
            to="/orders/$number"
            params={{ number: order.number }}
            aria-label={`${words.phase[phase]}. ${t.open(groupedNumber(order.number))}`}
            className="font-strong after:absolute after:inset-0"
          >
            {words.phase[phase]}
          </Link>
        </p>
        <p className="mt-0.5 pl-5 text-small text-ink-3 tabular-nums">
          {f.moment(order.placedAt)}
          <span className="max-sm:hidden"> · </span>
          <span className="max-sm:block">{groupedNumber(order.number)}</span>
        </p>
      </div>
      <div className="flex items-center gap-2 max-md:order-last max-md:col-span-2 max-md:pl-5">
        {order.lines.slice(0, SHOWN).map((line) => (
          <div key={line.sku} className="w-14">
            <Picture picture={line.picture.key} alt={line.title} sizes="56px" />
          </div>
        ))}
        {order.lines.length > SHOWN && (
          <span className="text-small text-ink-3">+{order.lines.length - SHOWN}</span>
        )}
      </div>
      <div className="text-right tabular-nums">
        <p className="text-ui">{f.money(order.total)}</p>
        <p className="text-small text-ink-3">{t.things(pieces, f.number(pieces))}</p>
      </div>
    </li>
  );
}
