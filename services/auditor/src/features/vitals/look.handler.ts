import {
  defineGetMessageVitals,
  defineListGuards,
  GUARDS,
  getFinanceVitals,
  getInventoryVitals,
  getLoyaltyVitals,
  getOrderVitals,
  getPaymentVitals,
  type InvariantId,
  listProductPartsOfSearch,
  listProductPartsOfViews,
  type MessageVitals,
  messageConsumers,
  SENDERS,
} from '@evenkeel/contracts';
import type { StreamVitals } from '@evenkeel/messaging';
import type { House } from '@evenkeel/runtime';
import type { Violation } from '../../violation.js';
import { checkGuards } from './check-guards.js';
import { checkLedger } from './check-ledger.js';
import { checkMessages } from './check-messages.js';
import { checkOrders } from './check-orders.js';
import { checkPayments } from './check-payments.js';
import { checkPoints } from './check-points.js';
import { checkStock } from './check-stock.js';
import { checkAcknowledged, type Lag } from './check-streams.js';
import type { Highest } from './highest.js';

/** Products of each reader whose versions one look reads. */
const SHOWN = 50;

const guardedAt = (service: string): InvariantId[] =>
  GUARDS.filter((guard) => guard.service === service).map(({ invariant }) => invariant);

/** What one look at the house has shown. */
export interface Look {
  readonly violations: readonly Violation[];
  /** Invariants of which nothing is known, since an owner did not answer, and what it said. */
  readonly unknown: ReadonlyMap<InvariantId, string>;
  /** Changes whenever an order does; null when nobody can tell. */
  readonly pulse: string | null;
}

/** Whom a look asks, and what it remembers of the looks before. */
export interface Asking {
  readonly call: House['call'];
  /** How the streams of the broker stand. */
  readonly streams: () => Promise<readonly StreamVitals[]>;
  readonly lag: Lag;
  /** What was shown so far, by those who show products. */
  readonly highest: { readonly search: Highest; readonly views: Highest };
  readonly now: () => number;
}

/** Asks every owner for its few sums, each in one question, and holds them against the cheap invariants. */
export async function lookAround({ call, streams, lag, highest, now }: Asking): Promise<Look> {
  const violations: Violation[] = [];
  const unknown = new Map<InvariantId, string>();
  let pulse: string | null = null;
  const ask = async (invariants: readonly InvariantId[], check: () => Promise<readonly Violation[]>) => {
    try {
      violations.push(...(await check()));
    } catch (error) {
      for (const id of invariants) unknown.set(id, error instanceof Error ? error.message : String(error));
    }
  };
  const told = new Map<string, MessageVitals>();
  const askedForMessages = messageConsumers.map((service) =>
    ask(['M1', 'M5', 'M6'], async () => {
      const vitals = await call(defineGetMessageVitals(service), {});
      told.set(service, vitals);
      return checkMessages(service, vitals);
    }),
  );
  await Promise.all([
    ask(['I1', 'I2', 'I3', 'I4', 'I5', 'M4'], async () => checkStock(await call(getInventoryVitals, {}))),
    ask(['O3', 'O5', 'O6', 'M4'], async () => {
      const vitals = await call(getOrderVitals, {});
      pulse = `${vitals.orders} orders, ${vitals.versions} versions`;
      return checkOrders(vitals);
    }),
    ask(['P2', 'P4'], async () => checkPayments(await call(getPaymentVitals, {}))),
    ask(['L1', 'L2', 'L3', 'L5', 'L6'], async () => checkLedger(await call(getFinanceVitals, {}))),
    ask(['Y1', 'Y3'], async () => checkPoints(await call(getLoyaltyVitals, {}))),
    ask(['R2'], () =>
      highest.search.look((after) => call(listProductPartsOfSearch, { first: SHOWN, after })),
    ),
    ask(['R2'], () => highest.views.look((after) => call(listProductPartsOfViews, { first: SHOWN, after }))),
    ask(['R2', 'M6'], async () => {
      // The acknowledged first: a stream only grows meanwhile.
      await Promise.all(askedForMessages);
      const standing = await streams();
      return [
        ...lag.check(standing, now()),
        ...[...told].flatMap(([service, vitals]) => checkAcknowledged(service, vitals, standing)),
      ];
    }),
    ...SENDERS.map((service) =>
      ask(guardedAt(service), async () => checkGuards(service, await call(defineListGuards(service), {}))),
    ),
  ]);
  return { violations, unknown, pulse };
}
