import { NatsError } from 'nats';
import type { MessagingContext } from '../context.js';
import { deadStreamOf, deadSubjectOf } from '../stream/names.js';
import { readThrough } from '../stream/read-through.js';
import { ensureDeadStream } from '../stream/streams.js';
import { type DeadLetters, type KeptLetter, type NewDeadLetter, REPLAYED_KEPT_DAYS } from './dead-letter.js';
import { groupOf } from './grouping.js';
import { groupsOf, isListed, isUntried, newestFirst, tallyOf } from './kept-letters.js';

/** Events whose tries are remembered; one that is forgotten is only tried more often. */
const MAX_COUNTED = 1_000;
const WRONG_LAST_SEQUENCE = 10_071;
const DAY_MS = 86_400_000;

type Stored = KeptLetter & { readonly seq: number; readonly subject: string };

/**
 * The dead letters of a service without Postgres: a stream of its own, with a subject for each, of which it keeps the
 * newest. Tries are counted in the process.
 */
export async function deadLetterStream(
  context: Pick<MessagingContext, 'nats' | 'service' | 'clock'>,
): Promise<DeadLetters> {
  const { nats, service, clock } = context;
  const js = nats.jetstream();
  const jsm = await nats.jetstreamManager();
  const stream = deadStreamOf(service);
  const tries = new Map<string, number>();
  const now = () => new Date(clock.now()).toISOString();

  async function all(): Promise<Stored[]> {
    const { state } = await ensureDeadStream(jsm, service);
    const letters = new Map<string, Stored>();
    if (state.messages === 0) return [];
    await readThrough(nats, stream, {}, async (messages) => {
      for (const message of messages) {
        const { seq, subject } = message;
        letters.set(subject, { ...message.json<KeptLetter>(), seq, subject });
      }
    });
    return [...letters.values()].sort(newestFirst);
  }

  /** Writes a letter in place of the one with that sequence, 0 for none; false when another one is there. */
  async function put(letter: KeptLetter, subject: string, seq: number): Promise<boolean> {
    try {
      await js.publish(subject, JSON.stringify(letter), { expect: { lastSubjectSequence: seq } });
      return true;
    } catch (error) {
      if (error instanceof NatsError && error.api_error?.err_code === WRONG_LAST_SEQUENCE) return false;
      throw error;
    }
  }

  const fresh = (letter: NewDeadLetter): KeptLetter => ({
    ...letter,
    ...{ at: now(), state: 'open', group: groupOf(letter), replays: 0, revision: 1 },
    ...{ changedAt: null, changedBy: null },
  });
  const find = async ({ id, durable }: Pick<KeptLetter, 'id' | 'durable'>) =>
    (await all()).find((one) => one.id === id && one.durable === durable) ?? null;

  return {
    find,
    countTry(id) {
      const count = (tries.get(id) ?? 0) + 1;
      // Oldest first out: a Map keeps the order of insertion.
      if (tries.size >= MAX_COUNTED && count === 1) tries.delete(tries.keys().next().value ?? '');
      tries.set(id, count);
      return Promise.resolve(count);
    },
    async bury(letter) {
      await ensureDeadStream(jsm, service);
      await put(fresh(letter), deadSubjectOf(service, letter), 0);
      tries.delete(letter.id);
    },
    async list(which) {
      const listed = (await all()).filter((one) => isListed(one, which)).slice(0, which.first);
      return listed.map(({ payload: _, seq: __, subject: ___, ...head }) => head);
    },
    groups: async (first) => groupsOf(await all()).slice(0, first),
    untried: async (replay, first) =>
      (await all())
        .reverse()
        .filter((one) => isUntried(one, replay))
        .slice(0, first),
    tally: async (replay) => tallyOf(await all(), replay),
    async change(letter, by, change) {
      const there = await find(letter);
      if (there?.revision !== letter.revision) return false;
      const { seq, subject, ...kept } = there;
      const changed = { changedBy: by, changedAt: now(), revision: kept.revision + 1 };
      return put({ ...kept, ...change, ...changed }, subject, seq);
    },
    async forget() {
      const before = new Date(clock.now() - REPLAYED_KEPT_DAYS * DAY_MS).toISOString();
      const old = (await all()).filter((one) => one.state === 'replayed' && (one.changedAt ?? '') < before);
      await Promise.all(old.map(({ seq }) => jsm.streams.deleteMessage(stream, seq)));
    },
  };
}
