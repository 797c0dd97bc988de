import type { Messaging, MessagingContext } from '@evenkeel/messaging';
import type { Attempt, BankStatement, Origin, Refund } from '../attempt.js';
import { afterNotFound, type Question, questionFor } from '../features/ask-bank/question.js';
import { bankSpoke, refundSpoke } from '../inputs.js';
import type { Bank, RefundStatement } from './bank.js';
import { Turns } from './turns.js';

/** Questions that may wait in memory; more are found by the sweeper when their time comes. */
const MOST_WAITING = 5_000;

interface Parts {
  readonly context: Pick<MessagingContext, 'log' | 'meter' | 'faults'>;
  readonly bank: Bank;
  /** Questions on their way at once. */
  readonly atOnce: number;
  readonly tell: Messaging['tell'];
}

export interface Asking {
  /** Asks what the attempt's state calls for. */
  ask(attempt: Attempt): void;
  refund(refund: Refund): void;
  /** Asks no more and tells no more: what is on its way is asked again by the sweeper of the next process. */
  stop(): void;
}

/**
 * Calls the bank outside the lane, so many at a time and about one thing once at a time; what it says enters the lane
 * like a message.
 */
export function askBank({ context, bank, atOnce, tell }: Parts): Asking {
  const { log, meter, faults } = context;
  const turns = new Turns(atOnce, MOST_WAITING);
  let stopped = false;

  function put(question: Question, attempt: Attempt): Promise<BankStatement> {
    switch (question) {
      case 'charge':
        return timed('charge', attempt, () => bank.charge(attempt));
      case 'query':
        return timed('query', attempt, () => bank.query(attempt));
      case 'void':
        return timed('void', attempt, () => bank.close(attempt));
    }
  }

  async function timed<Word extends BankStatement | RefundStatement>(
    question: Question | 'refund',
    { origin }: { readonly origin: Origin },
    ask: () => Promise<Word>,
  ): Promise<Word> {
    const runIds = () => [origin.runId];
    if (faults.armed) await faults.cross('bank.before-request', runIds);
    const started = performance.now();
    const word = await ask();
    if (faults.armed) await faults.cross('bank.after-answer', runIds);
    meter.observe('bank_seconds', { question }, (performance.now() - started) / 1_000);
    meter.count('bank_answers_total', { question, status: word.status });
    return word;
  }

  async function settle(attempt: Attempt, question: Question): Promise<void> {
    const { attemptId } = attempt;
    const found = await put(question, attempt);
    const statement = found.status === 'not-found' ? await put(afterNotFound(attempt), attempt) : found;
    if (statement.status === 'no-answer' && !stopped)
      log.warn({ attemptId, question, why: statement.why }, 'The bank did not answer; it is asked again');
    await hand(() => tell(bankSpoke, { attemptId, statement, webhookId: null }, toldOf(attempt)));
  }

  async function settleRefund(refund: Refund): Promise<void> {
    const { refundId } = refund;
    const word = await timed('refund', refund, () => bank.refund(refund));
    if (word.status === 'no-answer' && !stopped)
      log.warn({ refundId, why: word.why }, 'The bank did not refund; it is asked again');
    const bankReference = word.status === 'done' ? word.bankReference : null;
    await hand(() => tell(refundSpoke, { refundId, bankReference }, toldOf(refund)));
  }

  /** Not handed over, it is not lost: the bank knows, and is asked again. */
  async function hand(over: () => Promise<unknown>): Promise<void> {
    if (stopped) return;
    try {
      await over();
    } catch (error) {
      log.error({ err: error }, "The bank's word could not be taken in");
    }
  }

  function inTurn(key: string, work: () => Promise<void>): void {
    turns.take(key, () =>
      work().catch((error: unknown) => log.warn({ err: error, key }, 'The bank was not asked; it will be')),
    );
  }

  return {
    ask(attempt) {
      const question = questionFor(attempt);
      inTurn(`${question} ${attempt.attemptId}`, () => settle(attempt, question));
    },
    refund: (refund) => inTurn(`refund ${refund.refundId}`, () => settleRefund(refund)),
    stop() {
      stopped = true;
      turns.clear();
    },
  };
}

const toldOf = ({ origin }: { readonly origin: Origin }) => ({
  cause: { id: null, traceparent: null, ...origin },
});
