import type { FaultPoint } from '@evenkeel/contracts';
import type { Clock, Envelope } from '@evenkeel/kernel';
import type { Database, Statement, Transaction } from '@evenkeel/postgres';
import { newMessage } from '../message.js';
import { insertOutbox } from '../outbox/outbox-store.js';
import { type OutboxRow, packOutbox } from '../outbox/pack.js';
import type { Handler, Work } from './handler.js';
import type { Item, QueuedItem } from './item.js';

/** What a committed batch leaves behind. */
export interface Committed {
  readonly outcomes: ReadonlyMap<string, unknown>;
  readonly rows: readonly OutboxRow[];
  readonly effects: readonly (() => void)[];
  readonly absorbed: number;
}

interface Attempt {
  readonly db: Database;
  readonly handlers: readonly Handler[];
  readonly clock: Clock;
  /** Ask the inbox first: slower, for when a repetition is likely. */
  readonly askInbox: boolean;
  /** Lets a fault that is set for a point inside the transaction take effect; null when none is set. */
  readonly cross: ((point: FaultPoint) => Promise<void>) | null;
}

const selectInbox = (ids: readonly string[]): Statement => ({
  name: 'inbox-select',
  text: 'select id, outcome from inbox where id = any($1::uuid[])',
  values: [ids],
});

const insertInbox = (
  rows: readonly { id: string; type: string | null; outcome: string | null }[],
): Statement => ({
  name: 'inbox-insert',
  text: 'insert into inbox (id, type, outcome) select * from unnest($1::uuid[], $2::text[], $3::text[])',
  values: [rows.map((r) => r.id), rows.map((r) => r.type), rows.map((r) => r.outcome)],
});

/**
 * One transaction for a whole batch: what the inbox knows is answered as before, the rest is handled, and inbox rows,
 * effects and outbox rows are committed together. An id that is claimed twice fails the transaction on the inbox's
 * primary key, before any effect of it.
 */
export function commitBatch(items: readonly QueuedItem[], attempt: Attempt): Promise<Committed> {
  const unique = [...new Map(items.map((item) => [item.id, item])).values()];
  const { cross } = attempt;
  const beforeCommit = cross ? () => cross('lane.under-lock') : undefined;
  return attempt.db.transaction(async (tx) => {
    const outcomes = attempt.askInbox ? await seenBefore(tx, unique) : new Map<string, unknown>();
    const fresh = unique.filter((item) => !outcomes.has(item.id));
    const messages: Envelope[] = [];
    const effects: (() => void)[] = [];
    const writes: Statement[] = [];
    const answers = new Map<string, unknown>();
    const work: Work = {
      query: (statement) => tx.query(statement),
      write: (statement) => void writes.push(statement),
      emit: (definition, subject, cause) =>
        void messages.push(newMessage(definition, subject, { cause: cause.cause, clock: attempt.clock })),
      answer: (item, outcome) => void answers.set(item.id, outcome),
      afterCommit: (effect) => void effects.push(effect),
    };
    for (const handler of attempt.handlers) {
      const mine = fresh.filter((item) => handler.types.includes(item.type));
      if (mine.length > 0) await handler.handle(mine, work);
      if (cross) await cross('lane.mid-batch');
    }
    claim(tx, fresh, answers);
    for (const statement of writes) tx.write(statement);
    const rows = packOutbox(messages);
    if (rows.length > 0) tx.write(insertOutbox(rows));
    for (const item of fresh) outcomes.set(item.id, answers.get(item.id) ?? null);
    return { outcomes, rows, effects, absorbed: items.length - fresh.length };
  }, beforeCommit);
}

async function seenBefore(tx: Transaction, items: readonly QueuedItem[]): Promise<Map<string, unknown>> {
  const ids = items.filter((item) => item.claimed).map((item) => item.id);
  const rows = await tx.query<{ id: string; outcome: string | null }>(selectInbox(ids));
  return new Map(
    rows.map((row) => [row.id, row.outcome === null ? null : (JSON.parse(row.outcome) as unknown)]),
  );
}

/** Sorted by id, so that two processes that hold parts of the same messages cannot lock each other out. */
function claim(tx: Transaction, fresh: readonly Item[], answers: ReadonlyMap<string, unknown>): void {
  const rows = (fresh as readonly QueuedItem[])
    .filter((item) => item.claimed)
    .map((item) => {
      const outcome = answers.get(item.id);
      const answered = outcome !== undefined;
      return {
        id: item.id,
        type: answered ? item.type : null,
        outcome: answered ? JSON.stringify(outcome) : null,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (rows.length > 0) tx.write(insertInbox(rows));
}
