import type { Subscription } from '@evenkeel/contracts';
import { every, type Messaging, type MessagingContext, startMessaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import type { FaultWorkshop, ServedAction } from '@evenkeel/runtime';
import { validateTransitions } from './attempt.js';
import { askBank } from './bank/ask-bank.js';
import { connectBank } from './bank/bank.js';
import { bankFaults } from './bank/bank-faults.js';
import { callbackReader } from './bank/callback.js';
import { type BankAddress, signedClient } from './bank/signed-client.js';
import { paymentSweeper } from './features/ask-bank/payment.sweeper.js';
import { moveAttemptsHandler } from './features/move-attempts/move-attempts.handler.js';
import { paymentActions } from './service.js';
import { deleteOldWebhooks } from './store/webhook-store.js';

const HOUR_MS = 3_600_000;

export interface PaymentParts {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly subscriptions: readonly Subscription[];
  readonly bank: BankAddress;
  /** Of the bank's callbacks. */
  readonly webhookSecret: string;
  readonly askEveryMs: number;
}

/** Puts the payment service together in its surroundings and sets it going. */
export async function startPayment(
  context: MessagingContext,
  parts: PaymentParts,
): Promise<{
  readonly messaging: Messaging;
  readonly actions: readonly ServedAction[];
  readonly faults: FaultWorkshop;
}> {
  validateTransitions();
  const { db, databaseUrl, subscriptions } = parts;
  const client = signedClient(parts.bank);
  // The lane calls the bank after its commits, and the bank's words go into the lane: each knows the other.
  const bank = connectBank(client);
  const asking = askBank({
    context,
    bank,
    atOnce: parts.bank.connections,
    tell: (input, data, told) => messaging.tell(input, data, told),
  });
  const messaging = await startMessaging(context, {
    db,
    databaseUrl,
    subscriptions,
    handlers: [
      moveAttemptsHandler({
        asking,
        onContradiction({ attemptId }, what) {
          context.meter.count('bank_contradictions_total', {});
          context.log.error({ attemptId, what }, 'The bank contradicts itself; the books must be compared');
        },
      }),
    ],
  });
  const jobs = [
    { ms: parts.askEveryMs, what: 'ask the bank again', run: paymentSweeper(db, asking, context.faults) },
    { ms: HOUR_MS, what: 'forget old callbacks', run: () => db.query(deleteOldWebhooks) },
  ].map((job) => every(context, job));
  // Before the lane is drained: nothing of the bank's comes in any more.
  context.onStop('bank', async () => {
    await Promise.all(jobs.map((job) => job.stop()));
    asking.stop();
    await client.close();
  });
  const readCallback = callbackReader(parts.webhookSecret);
  return {
    messaging,
    actions: paymentActions({ context, db, messaging, readCallback, bank }),
    faults: bankFaults(client),
  };
}
