import type { FaultPoints } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import type { Asking } from '../../bank/ask-bank.js';
import { type AttemptRow, selectDueAttempts, toAttempt } from '../../store/attempt-store.js';
import { type RefundRow, selectDueRefunds, toRefund } from '../../store/refund-store.js';

const PAGE = 500;

/**
 * Asks the bank about attempts that it has not decided, repeats refunds that it has not done, and finds whatever a
 * process that was killed between its commit and its question has left behind.
 */
export const paymentSweeper =
  (db: Database, asking: Asking, faults: FaultPoints) => async (): Promise<void> => {
    const [attempts, refunds] = await Promise.all([
      db.query<AttemptRow>(selectDueAttempts(PAGE)),
      db.query<RefundRow>(selectDueRefunds(PAGE)),
    ]);
    if (faults.armed && attempts.length + refunds.length > 0) await faults.cross('sweeper.found');
    for (const row of attempts) asking.ask(toAttempt(row));
    for (const row of refunds) asking.refund(toRefund(row));
  };
