import type { Database } from '@evenkeel/postgres';
import type { BatchLine } from './batch-line.js';
import type { Booked } from './book/bookkeeper.js';
import type { BookRequest } from './book/requests.js';
import type { Courier } from './callbacks/courier.js';
import { deleteOldTokens, selectDueCharges } from './store/book-store.js';

const EVERY_MS = 500;
const LIMIT = 500;
const HOUR_MS = 3_600_000;

interface Parts {
  readonly db: Database;
  readonly line: BatchLine<BookRequest, Booked>;
  readonly courier: Courier;
  readonly log: { warn(details: object, message: string): void };
}

/** Does what is due without anybody asking: captures slow charges, sends callbacks again, forgets old tokens. */
export function nightWatch({ db, line, courier, log }: Parts): { stop(): Promise<void> } {
  let turn: Promise<void> | undefined;
  let tidiedAt = 0;

  async function round(): Promise<void> {
    const due = await db.query<{ reference: string }>(selectDueCharges(LIMIT));
    await Promise.all(due.map(({ reference }) => line.push({ type: 'capture', reference })));
    await courier.sweep();
    if (performance.now() - tidiedAt < HOUR_MS) return;
    await db.query(deleteOldTokens);
    tidiedAt = performance.now();
  }

  const timer = setInterval(() => {
    turn ??= round()
      .catch((error: unknown) => log.warn({ err: error }, 'A round failed; the next one tries again'))
      .finally(() => {
        turn = undefined;
      });
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}
