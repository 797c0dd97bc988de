import type { OrderData } from './order.query.js';
import { type OrderPhase, phaseOf } from './order-phase.js';

type Moment = OrderData['timeline'][number];
type Mark = 'done' | 'now' | 'unsettled' | 'next' | 'stopped';

export type StepName =
  | 'written'
  | 'setting-aside'
  | 'aside'
  | 'to-pay'
  | 'asking'
  | 'bank-late'
  | 'bank-no'
  | 'paid'
  | 'packing'
  | 'packed'
  | 'on-its-way'
  | 'delivered'
  | 'points'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'refunding'
  | 'refunded';

/** One line of the timeline. `until` is set where it took a while; steps to come have no time. */
export interface OrderStep {
  readonly key: string;
  readonly name: StepName;
  readonly mark: Mark;
  readonly at: string | null;
  readonly until: string | null;
}

const PAST: Record<Moment['kind'], StepName | null> = {
  PLACED: 'written',
  AWAITING_PAYMENT: 'aside',
  PAYMENT_STARTED: null,
  PAYMENT_IN_DOUBT: 'bank-late',
  PAYMENT_FAILED: 'bank-no',
  REJECTED: 'rejected',
  PAID: 'paid',
  PACKED: 'packed',
  DISPATCHED: 'on-its-way',
  DELIVERED: 'delivered',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
  REFUNDING: 'refunding',
  REFUNDED: 'refunded',
  POINTS_EARNED: 'points',
};

const STOPS: readonly StepName[] = ['bank-no', 'rejected', 'cancelled', 'expired'];
const ROAD = ['packing', 'on-its-way', 'delivered'] as const;

/** What is happening now and what comes after it, by phase; past steps are told by the moments. */
const AHEAD: Record<OrderPhase, { now: readonly [StepName, Mark][]; next: readonly StepName[] }> = {
  'setting-aside': { now: [['setting-aside', 'now']], next: ['to-pay', ...ROAD] },
  'to-pay': { now: [['to-pay', 'now']], next: ROAD },
  asking: { now: [['asking', 'unsettled']], next: ROAD },
  declined: { now: [['to-pay', 'now']], next: ROAD },
  packing: { now: [['packing', 'now']], next: ['on-its-way', 'delivered'] },
  packed: { now: [], next: ['on-its-way', 'delivered'] },
  'on-its-way': { now: [], next: ['delivered'] },
  delivered: { now: [], next: [] },
  rejected: { now: [], next: [] },
  cancelled: { now: [], next: [] },
  expired: { now: [], next: [] },
  refunding: { now: [], next: [] },
  refunded: { now: [], next: [] },
};

function pastMark(name: StepName, phase: OrderPhase): Mark {
  if (STOPS.includes(name)) return 'stopped';
  if (name === 'refunding') return phase === 'refunding' ? 'unsettled' : 'done';
  return name === phase && (name === 'packed' || name === 'on-its-way') ? 'now' : 'done';
}

/** Past, now and next of an order. A payment that is still in doubt is told as what happens now, not as past. */
export function orderSteps(
  order: Pick<OrderData, 'state' | 'payment' | 'shipment' | 'timeline'>,
): OrderStep[] {
  const phase = phaseOf(order);
  const moments = [...order.timeline].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const lastStart = moments.findLast((moment) => moment.kind === 'PAYMENT_STARTED');
  const past = moments.flatMap((moment, place): OrderStep[] => {
    const name = PAST[moment.kind];
    if (!name) return [];
    const answer = moments
      .slice(place)
      .find((later) => later.kind === 'PAID' || later.kind === 'PAYMENT_FAILED');
    if (name === 'bank-late' && phase === 'asking' && !answer) return [];
    const until = name === 'bank-late' ? (answer?.at ?? null) : null;
    return [{ key: `${name}-${place}`, name, mark: pastMark(name, phase), at: moment.at, until }];
  });
  const { now, next } = AHEAD[phase];
  return [
    ...past,
    ...now.map(([name, mark]) => ({
      key: name,
      name,
      mark,
      at: name === 'asking' ? (lastStart?.at ?? null) : null,
      until: null,
    })),
    ...next.map((name) => ({ key: `next-${name}`, name, mark: 'next' as const, at: null, until: null })),
  ];
}
