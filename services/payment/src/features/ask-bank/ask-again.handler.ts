import { askBankAgain, Problem } from '@evenkeel/contracts';
import type { Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action } from '@evenkeel/runtime';
import { type BankStatement, isOpen } from '../../attempt.js';
import type { Bank } from '../../bank/bank.js';
import { bankSpoke } from '../../inputs.js';
import { type AttemptRow, selectAttempts, toAttempt } from '../../store/attempt-store.js';

interface Parts {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'tell'>;
  readonly bank: Pick<Bank, 'query'>;
}

/** Asks the bank what became of an attempt that is open, before its time has come. */
export const askBankAgainAction = ({ db, messaging, bank }: Parts) =>
  action(askBankAgain, async ({ attemptId, dryRun }) => {
    const [row] = await db.query<AttemptRow>(selectAttempts([attemptId], []));
    if (!row) throw new Problem('house.not-found', `There is no attempt ${attemptId}`);
    const attempt = toAttempt(row);
    const from: string = attempt.state;
    if (!isOpen(attempt)) return { needed: false, from, to: from };
    const statement = await bank.query(attempt);
    if (statement.status === 'no-answer')
      throw new Problem('house.unavailable', `The bank did not answer: ${statement.why}; try again later`);
    if (!dryRun) await messaging.tell(bankSpoke, { attemptId, statement, webhookId: null });
    return { needed: true, from, to: wordsOf(statement) };
  });

const wordsOf = (statement: BankStatement): string =>
  statement.status === 'captured'
    ? `captured ${statement.taken.minor} ${statement.taken.currency}`
    : statement.status;
