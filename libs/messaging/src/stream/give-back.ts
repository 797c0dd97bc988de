import { derivedId, type EventId } from '@evenkeel/kernel';
import type { MessagingContext } from '../context.js';
import type { DeadLetters, NewDeadLetter } from '../dead-letters/dead-letter.js';
import type { Delivery } from './delivery.js';

/** Tries before an event is buried; each waits longer than the one before. */
export const MAX_TRIES = 5;
const FIRST_DELAY_MS = 200;

/** What happens to an event that failed by its own fault: another try later, or the dead letters. */
export async function giveBack(
  context: MessagingContext,
  deadLetters: Pick<DeadLetters, 'countTry' | 'bury'>,
  failed: {
    readonly letter: Omit<NewDeadLetter, 'tries' | 'error'>;
    readonly error: unknown;
    readonly delivery: Delivery;
    readonly hopeless?: boolean;
  },
): Promise<void> {
  const { letter, delivery } = failed;
  const error = failed.error instanceof Error ? failed.error.message : String(failed.error);
  const id = /^[0-9a-f-]{36}$/.test(letter.id)
    ? letter.id
    : derivedId<EventId>('unreadable', letter.id, letter.payload);
  try {
    const tries = failed.hopeless ? MAX_TRIES : await deadLetters.countTry(id, error);
    if (tries < MAX_TRIES) {
      delivery.retryLater(FIRST_DELAY_MS * 2 ** tries * (0.75 + Math.random() / 2));
      return;
    }
    await deadLetters.bury({ ...letter, id, error, tries });
    context.meter.count('dead_letters_total', { durable: letter.durable });
    context.log.error(
      { durable: letter.durable, type: letter.type, id, error },
      'An event went to the dead letters',
    );
    if (context.faults.armed) await context.faults.cross('dead-letter.before-acknowledgement');
    delivery.done();
  } catch (cause) {
    // Not buried, so not acknowledged: the broker brings it again.
    context.log.error({ err: cause, durable: letter.durable, id }, 'Could not write a dead letter');
    delivery.retryLater(5_000);
  }
}
