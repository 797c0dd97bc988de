import type { Database } from '@evenkeel/postgres';
import { type AttemptRow, selectDueAttempts, toAttempt } from '../../store/attempt-store.js';
import { type RefundRow, selectDueRefunds, toRefund } from '../../store/refund-store.js';
import type { askBank } from './ask-bank.js';

const PAGE = 100;

/** Asks the bank about attempts that it has not decided, and repeats refunds that it has not done. */
export const paymentSweeper =
  (db: Database, asking: ReturnType<typeof askBank>) => async (): Promise<void> => {
    const [attempts, refunds] = await Promise.all([
      db.query<AttemptRow>(selectDueAttempts(PAGE)),
      db.query<RefundRow>(selectDueRefunds(PAGE)),
    ]);
    for (const row of refunds) asking.refund(toRefund(row));
    await Promise.all(attempts.map((row) => asking.ask(toAttempt(row))));
  };
