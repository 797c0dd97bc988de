import { setTimeout as pause } from 'node:timers/promises';
import type { OrderId } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import type { House } from '@evenkeel/runtime';
import type { Difference } from '../../difference.js';
import { findingIdOf } from '../../store/finding-store.js';
import { type LineRow, selectLinesOf, selectStrays } from '../../store/settlement-store.js';
import { gatherOne, gatherPage, type Sources } from './gather.handler.js';
import { isMoving, judge } from './judge.js';
import { lookAtDays } from './look-at-days.handler.js';
import { lookAtMessages, type Messages } from './look-at-messages.handler.js';
import { lookAtProducts } from './look-at-products.handler.js';
import { lookAtWallets } from './look-at-wallets.handler.js';
import { readSettlement } from './read-settlement.handler.js';
import { strayMoney } from './strays.js';

export interface Reconciling extends Messages {
  readonly db: Database;
  /** An order that changed more recently is left alone. */
  readonly graceSeconds: number;
  readonly onProgress: (orders: number) => Promise<void>;
}

export interface Reconciled {
  /** What was seen twice, a while apart. */
  readonly differences: readonly Difference[];
  /** Orders that were moving, so that nothing was said of them. */
  readonly unjudged: readonly OrderId[];
  /** The findings that it would be if a reader that is moving were at rest: neither found nor refuted. */
  readonly undecided: readonly string[];
}

const toLine = ({ minor, currency, ...line }: LineRow) => ({ ...line, amount: { minor, currency } });

/** What the owners of orders are asked for, and the bank's file beside it. */
export const sourcesOf = (db: Database, call: House['call']): Sources => ({
  call,
  async settlement({ after, upTo }) {
    const rows = await db.query<LineRow & { readonly orderId: OrderId }>(selectLinesOf(after, upTo));
    return rows.map((row) => ({ ...toLine(row), orderId: row.orderId }));
  },
});

/**
 * Holds everything that is known of every order against each other, and against the bank. What differs is looked at
 * once more after a while: what has come right by then was on its way.
 */
export async function reconcile(parts: Reconciling): Promise<Reconciled> {
  const { db, call, graceSeconds, onProgress } = parts;
  const sources = sourcesOf(db, call);
  const unjudged = new Set<OrderId>();
  const suspects = new Set<OrderId>();
  /** What was found at the first look, and what the reader showed then. */
  const first = new Map<string, string | undefined>();
  const note = (difference: Difference) => first.set(findingIdOf(difference), difference.shown);

  await readSettlement(db, call);
  let orders = 0;
  for (let after: OrderId | null = null; ; ) {
    const page: Awaited<ReturnType<typeof gatherPage>> = await gatherPage(sources, after);
    for (const file of page.files) {
      if (isMoving(file, graceSeconds)) unjudged.add(file.orderId);
      const found = judge(file, graceSeconds);
      if (found.length > 0) suspects.add(file.orderId);
      found.forEach(note);
    }
    orders += page.files.length;
    await onProgress(orders);
    if (page.next === null) break;
    after = page.next;
  }
  const others = async () => [
    ...strayMoney((await db.query<LineRow>(selectStrays)).map(toLine), graceSeconds),
    ...(await lookAtProducts(call)),
    ...(await lookAtWallets(call)),
    ...(await lookAtDays(call)),
    ...(await lookAtMessages(parts)),
  ];
  (await others()).forEach(note);
  if (first.size === 0) return { differences: [], unjudged: [...unjudged], undecided: [] };

  await pause(graceSeconds * 1_000);
  await readSettlement(db, call);
  const again: Difference[] = await others();
  for (const orderId of suspects) {
    const file = await gatherOne(sources, orderId);
    if (isMoving(file, graceSeconds)) unjudged.add(orderId);
    again.push(...judge(file, graceSeconds));
    await onProgress(orders);
  }
  const twice = again.filter((difference) => first.has(findingIdOf(difference)));
  const isAtRest = (difference: Difference) => first.get(findingIdOf(difference)) === difference.shown;
  return {
    differences: twice.filter(isAtRest),
    unjudged: [...unjudged],
    undecided: twice.filter((difference) => !isAtRest(difference)).map(findingIdOf),
  };
}
