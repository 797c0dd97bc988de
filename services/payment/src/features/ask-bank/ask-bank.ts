import type { Messaging } from '@evenkeel/messaging';
import type { Attempt, BankStatement, Refund } from '../../attempt.js';
import type { Bank } from '../../bank/bank.js';
import { bankSpoke, refundSpoke } from '../move-attempts/inputs.js';
import type { BankCalls } from '../move-attempts/move-attempts.handler.js';

interface Parts {
  readonly bank: Bank;
  readonly messaging: () => Messaging;
  readonly onError: (error: unknown, what: string) => void;
}

/** Calls the bank outside the lane; what it says enters the lane like a message. */
export function askBank({
  bank,
  messaging,
  onError,
}: Parts): BankCalls & { ask(attempt: Attempt): Promise<void> } {
  const tell = async (attempt: Attempt, asking: Promise<BankStatement>) => {
    const statement = await asking;
    // An attempt that waits for its callback has nothing new to write down.
    if (statement.status === 'pending' && attempt.state === 'initiated' && attempt.queries === 0) return;
    await messaging().tell(bankSpoke, { attemptId: attempt.attemptId, statement, webhookId: null });
  };

  /** A question by the sweeper. "Not found" is no answer: the request is sent again under the same key. */
  const ask = async (attempt: Attempt): Promise<void> => {
    if (attempt.wantsVoid) return tell(attempt, bank.close(attempt));
    const found = await bank.query(attempt);
    const lost = found.status === 'not-found' && attempt.token !== null;
    const asked = { ...attempt, queries: attempt.queries + 1 };
    return tell(asked, lost ? bank.charge(attempt) : Promise.resolve(found));
  };

  const run = (work: Promise<void>, what: string) => {
    work.catch((error: unknown) => onError(error, what));
  };
  return {
    charge: (attempt) => run(tell(attempt, bank.charge(attempt)), 'charge'),
    close: (attempt) => run(tell({ ...attempt, queries: 1 }, bank.close(attempt)), 'close an attempt'),
    refund: (refund) => run(tellRefund(refund), 'refund'),
    ask,
  };

  async function tellRefund(refund: Refund): Promise<void> {
    const bankReference = await bank.refund(refund);
    await messaging().tell(refundSpoke, { refundId: refund.refundId, bankReference });
  }
}
