import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { Timeline, type TimelineStep } from '../ui/timeline.js';
import type { OrderData } from './order.query.js';
import { orderTexts } from './order.texts.js';
import { type OrderStep, orderSteps, type StepName } from './order-steps.js';

function pieces(order: OrderData): number {
  return order.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** The story of an order, kept up to date by whoever holds it. */
export function OrderTimeline({ order }: { order: OrderData }) {
  const t = useTexts(orderTexts);
  const f = useFormats();

  const title = (name: StepName): string => {
    if (name === 'aside') return t.aside(pieces(order));
    if (name === 'paid') return order.paid.minor > 0 ? t.paid(f.money(order.paid)) : t.paidNothing;
    if (name === 'points') return t.points(f.number(order.pointsEarned));
    return t.step[name];
  };

  const note = (step: OrderStep): string | undefined => {
    switch (step.name) {
      case 'aside': {
        const points = order.pointsSpent > 0 ? `${t.asidePoints(f.number(order.pointsSpent))}. ` : '';
        const until =
          order.state === 'AWAITING_PAYMENT' && order.payBy
            ? t.until(pieces(order), f.time(order.payBy))
            : '';
        return `${points}${until}`.trim() || undefined;
      }
      case 'asking':
        return f.money(order.total);
      case 'bank-late':
        return t.bankLateNote;
      case 'bank-no':
        return bankWords(t.bankReasons, order.payment?.bankReason) ?? t.bankNoNote;
      case 'rejected':
        return order.reason ?? undefined;
      case 'refunding':
        return order.reason ?? undefined;
      case 'expired':
        return t.expiredNote;
      case 'cancelled':
        return t.cancelledNote;
      case 'refunded':
        return t.refundedNote(f.money(order.refunded));
      case 'on-its-way': {
        const { carrier, trackingNumber } = order.shipment ?? {};
        return step.mark !== 'next' && carrier && trackingNumber
          ? t.tracking(carrier, trackingNumber)
          : undefined;
      }
      default:
        return undefined;
    }
  };

  const time = ({ at, until }: OrderStep): string | undefined => {
    if (!at) return undefined;
    const said = isToday(at) ? f.clock(at) : f.moment(at);
    // The dash stays with the first time, so that a narrow column breaks after it.
    return until ? `${said}\u00a0– ${f.clock(until)}` : said;
  };

  const steps = orderSteps(order).map((step): TimelineStep => {
    const words = note(step);
    const when = time(step);
    return {
      key: step.key,
      mark: step.mark,
      title: title(step.name),
      ...(words && { note: words }),
      ...(when && { time: when }),
    };
  });
  return <Timeline steps={steps} label={t.timeline} />;
}

/** The bank speaks in codes; a code without words here is left unsaid. */
function bankWords(
  reasons: Readonly<Record<string, string>>,
  code: string | null | undefined,
): string | undefined {
  return code ? reasons[code] : undefined;
}

function isToday(at: string): boolean {
  return new Date(at).toDateString() === new Date().toDateString();
}
