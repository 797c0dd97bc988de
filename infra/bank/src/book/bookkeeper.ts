import { newId } from '@evenkeel/kernel';
import { type Database, failureKind } from '@evenkeel/postgres';
import { BatchLine } from '../batch-line.js';
import type { Behaviour } from '../behaviours.js';
import { viewOf } from '../charge.js';
import {
  type ChargeRow,
  type RefundRow,
  saveBook,
  selectCharges,
  selectRefunds,
  selectTokens,
  type TokenRow,
  toCharge,
  toRefund,
} from '../store/book-store.js';
import { insertCallbacks, type NewCallback } from '../store/callback-store.js';
import { Book, type News } from './book.js';
import { decide } from './decide.js';
import type { BookAnswer, BookRequest } from './requests.js';

/** A callback that was made but not yet taken belongs to the process that made it for this long. */
const OURS_MS = 10_000;
const TRIES = 4;

interface Parts {
  readonly db: Database;
  readonly slowMs: number;
  readonly fixedTokens: boolean;
  /** After the commit: sends a callback, and resolves when the merchant took it or did not. */
  readonly send: (callback: NewCallback) => Promise<void>;
  /** After the commit: counts faults that took effect. */
  readonly count: (faults: readonly Behaviour[]) => void;
}

/** What became of a request, and of the callback that was sent because of it. */
export interface Booked {
  readonly answer: BookAnswer;
  readonly told: Promise<void> | null;
}

/** Writes requests in the book, in batches: one transaction for all that wait. */
export function bookkeeper(parts: Parts): BatchLine<BookRequest, Booked> {
  return new BatchLine<BookRequest, Booked>(async (requests) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write(requests, parts);
      } catch (error) {
        // A lost connection after COMMIT too: what was written is found by the next reading.
        if (attempt >= TRIES || failureKind(error) === 'permanent') throw error;
        await new Promise((resolve) => setTimeout(resolve, 20 * 4 ** attempt));
      }
    }
  });
}

async function write(requests: readonly BookRequest[], parts: Parts): Promise<Booked[]> {
  const { book, answers, callbacks } = await parts.db.transaction(async (tx) => {
    const book = await load(requests, parts, tx);
    const answers = requests.map((request) => decide(book, request));
    const callbacks = book.news.map((news) => callbackOf(news, book.surroundings.now));
    for (const statement of saveBook(book)) tx.write(statement);
    if (callbacks.length > 0) tx.write(insertCallbacks(callbacks));
    return { book, answers, callbacks };
  });
  parts.count(book.faults);
  const told = new Map<string, Promise<void>>();
  for (const [index, callback] of callbacks.entries()) {
    const reference = book.news[index]?.reference;
    if (reference && callback.afterMs === OURS_MS) told.set(reference, parts.send(callback));
  }
  return answers.map((answer) => ({
    answer,
    told: answer.kind === 'charge' && answer.first ? (told.get(answer.charge.reference) ?? null) : null,
  }));
}

async function load(
  requests: readonly BookRequest[],
  { slowMs, fixedTokens }: Parts,
  tx: { query: Database['query'] },
): Promise<Book> {
  const references = [...new Set(requests.flatMap((r) => ('reference' in r ? [r.reference] : [])))].sort();
  const tokens = [...new Set(requests.flatMap((r) => (r.type === 'charge' ? [r.token] : [])))].sort();
  const refundIds = requests.flatMap((r) => (r.type === 'refund' ? [r.refundId] : []));
  const [clock, charges, known, refunds] = await Promise.all([
    tx.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
    tx.query<ChargeRow>(selectCharges(references)),
    tokens.length > 0 ? tx.query<TokenRow>(selectTokens(tokens)) : [],
    refundIds.length > 0 ? tx.query<RefundRow>(selectRefunds(refundIds)) : [],
  ]);
  return new Book(
    { charges: charges.map(toCharge), tokens: known, refunds: refunds.map(toRefund) },
    {
      now: clock[0]?.now ?? new Date(0),
      slowMs,
      fixedTokens,
      newReference: () => `ev_${newId<never>()}`,
    },
  );
}

/** The payload that Standard Webhooks recommends. */
function callbackOf(news: News, now: Date): NewCallback {
  const { id, copies, delayMs, type } = news;
  const body = JSON.stringify({ type, timestamp: now.toISOString(), data: viewOf(news.charge) });
  return { id, body, copies, afterMs: delayMs === 0 ? OURS_MS : delayMs };
}
