import type { FaultPoint } from '@evenkeel/contracts';
import type { ErrandName } from './errands.js';

/** One crash at a point, and what has to be going on for a process to get there. */
export interface Crash {
  readonly point: FaultPoint;
  readonly at: string;
}

/** Crashes that errands bring about side by side, each in another process. */
export interface Drill {
  readonly errands: readonly ErrandName[];
  readonly crashes: readonly Crash[];
}

const BOOKKEEPERS = ['order', 'inventory', 'payment', 'finance', 'loyalty', 'fulfilment'];
const LANE: readonly FaultPoint[] = [
  'lane.before-transaction',
  'lane.mid-batch',
  'lane.under-lock',
  'lane.after-commit',
  'lane.before-acknowledgement',
];
const RELAY: readonly FaultPoint[] = ['relay.before-publish', 'relay.after-publish', 'relay.before-mark'];

const alone = (errand: ErrandName, points: readonly FaultPoint[], places: readonly string[]): Drill[] =>
  points.flatMap((point) => places.map((at) => ({ errands: [errand], crashes: [{ point, at }] })));

/** Every point in every process that gets there, one at a time. */
export const MATRIX: readonly Drill[] = [
  ...alone('purchase', LANE, BOOKKEEPERS),
  ...alone('purchase', ['lane.before-transaction', 'lane.before-acknowledgement'], ['views']),
  ...alone('purchase', RELAY, BOOKKEEPERS),
  ...alone('purchase', ['bank.before-request', 'bank.after-answer'], ['payment']),
  ...alone('purchase', ['saga.between-steps'], ['order']),
  ...alone(
    'purchase',
    ['action.before-handling', 'action.before-answer'],
    ['order', 'payment', 'identity', 'views'],
  ),
  ...alone('cancel', ['saga.compensating'], ['order']),
  ...alone('cancel', LANE, ['inventory', 'loyalty']),
  ...alone('refund', ['saga.compensating'], ['order']),
  ...alone('refund', LANE, ['payment', 'finance', 'inventory', 'loyalty', 'fulfilment']),
  ...alone('refund', ['bank.before-request', 'bank.after-answer'], ['payment']),
  ...alone('expiry', ['sweeper.found'], ['order']),
  ...alone('doubt', ['sweeper.found'], ['payment']),
  ...alone('delivery', ['sweeper.found'], ['fulfilment']),
  ...alone('price', ['relay.before-publish', 'relay.after-publish'], ['catalog']),
  ...alone('poison', ['dead-letter.before-acknowledgement'], ['finance']),
  ...alone('stranded', ['outbox.sweeping'], BOOKKEEPERS),
  ...alone('wipe', ['relay.rewinding'], ['order', 'inventory']),
  ...alone('audit', ['reconciliation.found', 'repair.before-apply'], ['auditor']),
];

const crash = (at: string, point: FaultPoint): Crash => ({ at, point });

/** Every point once, as many at a time as there are processes to crash. */
export const EVERY_POINT: readonly Drill[] = [
  {
    errands: ['purchase'],
    crashes: [
      crash('order', 'saga.between-steps'),
      crash('inventory', 'lane.under-lock'),
      crash('payment', 'bank.before-request'),
      crash('finance', 'lane.mid-batch'),
      crash('loyalty', 'lane.before-transaction'),
      crash('fulfilment', 'relay.before-publish'),
      crash('views', 'lane.before-acknowledgement'),
    ],
  },
  {
    errands: ['purchase'],
    crashes: [
      crash('order', 'action.before-answer'),
      crash('inventory', 'lane.after-commit'),
      crash('payment', 'bank.after-answer'),
      crash('finance', 'relay.before-mark'),
      crash('loyalty', 'relay.after-publish'),
      crash('views', 'action.before-handling'),
    ],
  },
  {
    errands: ['cancel', 'doubt', 'poison', 'stranded'],
    crashes: [
      crash('order', 'saga.compensating'),
      crash('payment', 'sweeper.found'),
      crash('finance', 'dead-letter.before-acknowledgement'),
      crash('inventory', 'outbox.sweeping'),
    ],
  },
  {
    errands: ['audit'],
    crashes: [crash('auditor', 'reconciliation.found'), crash('auditor', 'repair.before-apply')],
  },
  { errands: ['wipe'], crashes: [crash('order', 'relay.rewinding')] },
];
