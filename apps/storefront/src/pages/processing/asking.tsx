import { useTexts } from '../../i18n/i18n-context.js';
import type { OrderData } from '../../order/order.query.js';
import { CallOut } from '../../ui/call-out.js';
import { Waterline } from '../../ui/waterline.js';
import { processingTexts } from './processing.texts.js';
import { minutesAndSeconds, useElapsed } from './use-elapsed.js';

const SLOW_AFTER_S = 5;
const FULL_LINE_S = 60;

/** We do not know yet: first the instruction, then what we do about it, and for how long already. */
export function Asking({ order }: { order: OrderData }) {
  const t = useTexts(processingTexts);
  const started = order.timeline.findLast((moment) => moment.kind === 'PAYMENT_STARTED')?.at ?? null;
  const seconds = useElapsed(started);
  const doubt = order.payment?.state === 'IN_DOUBT';
  if (!doubt && seconds < SLOW_AFTER_S) return <p className="mt-3 mb-8 text-ink-2">{t.shortly}</p>;
  return (
    <CallOut>
      <p>
        <strong className="font-strong">{t.doNotPay}</strong>{' '}
        <span className="text-ink-2">{t.askingNote}</span>
      </p>
      <div className="mt-3 flex items-center gap-3.5 text-small text-ink-2 tabular-nums">
        <span>{t.askingFor(minutesAndSeconds(seconds))}</span>
        <Waterline share={seconds / FULL_LINE_S} tone="ink" unsettled className="flex-1" />
      </div>
    </CallOut>
  );
}
