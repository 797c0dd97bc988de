import {
  defineGetMessageVitals,
  getFinanceVitals,
  getInventoryVitals,
  getLoyaltyVitals,
  getOrderVitals,
  getPaymentVitals,
  type InvariantId,
  messageConsumers,
} from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { Violation } from '../../violation.js';
import { checkLedger } from './check-ledger.js';
import { checkMessages } from './check-messages.js';
import { checkOrders } from './check-orders.js';
import { checkPayments } from './check-payments.js';
import { checkPoints } from './check-points.js';
import { checkStock } from './check-stock.js';

/** What one look at the house has shown. */
export interface Look {
  readonly violations: readonly Violation[];
  /** Invariants of which nothing is known, since an owner did not answer, and what it said. */
  readonly unknown: ReadonlyMap<InvariantId, string>;
  /** Changes whenever an order does; null when nobody can tell. */
  readonly pulse: string | null;
}

/** Asks every owner for its few sums, each in one question, and holds them against the cheap invariants. */
export async function lookAround(call: House['call']): Promise<Look> {
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
  await Promise.all([
    ask(['I1', 'I2', 'I3', 'I4', 'I5'], async () => checkStock(await call(getInventoryVitals, {}))),
    ask(['O3'], async () => {
      const vitals = await call(getOrderVitals, {});
      pulse = `${vitals.orders} orders, ${vitals.versions} versions`;
      return checkOrders(vitals);
    }),
    ask(['P2', 'P4'], async () => checkPayments(await call(getPaymentVitals, {}))),
    ask(['L1', 'L2'], async () => checkLedger(await call(getFinanceVitals, {}))),
    ask(['Y1', 'Y3'], async () => checkPoints(await call(getLoyaltyVitals, {}))),
    ...messageConsumers.map((service) =>
      ask(['M1', 'M5'], async () => checkMessages(service, await call(defineGetMessageVitals(service), {}))),
    ),
  ]);
  return { violations, unknown, pulse };
}
