import type { DeadLetter } from '@evenkeel/contracts';
import type { MessagingContext } from '../context.js';
import { deadStreamOf, deadSubjectOf } from '../stream/names.js';
import { ensureDeadStream } from '../stream/streams.js';
import type { DeadLetters, NewDeadLetter } from './dead-letter.js';

/** Events whose tries are remembered; one that is forgotten is only tried more often. */
const MAX_COUNTED = 1_000;

/** The dead letters of a service without Postgres: a stream of its own. Tries are counted in the process. */
export async function deadLetterStream(
  context: Pick<MessagingContext, 'nats' | 'service'>,
): Promise<DeadLetters> {
  const { nats, service } = context;
  const js = nats.jetstream();
  const jsm = await nats.jetstreamManager();
  const stream = deadStreamOf(service);
  const tries = new Map<string, number>();

  async function letterAt(seq: number): Promise<DeadLetter> {
    const message = await jsm.streams.getMessage(stream, { seq });
    return { ...message.json<NewDeadLetter>(), at: message.time.toISOString() };
  }

  return {
    countTry(id) {
      const count = (tries.get(id) ?? 0) + 1;
      // Oldest first out: a Map keeps the order of insertion.
      if (tries.size >= MAX_COUNTED && count === 1) tries.delete(tries.keys().next().value ?? '');
      tries.set(id, count);
      return Promise.resolve(count);
    },
    async bury(letter) {
      await ensureDeadStream(jsm, service);
      await js.publish(deadSubjectOf(service, letter.type), JSON.stringify(letter), {
        msgID: `${letter.durable}:${letter.id}`,
      });
      tries.delete(letter.id);
    },
    async list(first) {
      const { state } = await ensureDeadStream(jsm, service);
      const count = Math.min(first, state.messages);
      return Promise.all(Array.from({ length: count }, (_, back) => letterAt(state.last_seq - back)));
    },
  };
}
