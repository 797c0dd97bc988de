import type { DeadLetterName } from '@evenkeel/contracts';
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
/** There is no message, or no stream yet. */
const NONE = [10_037, 10_059];
const DAY_MS = 86_400_000;

interface Place {
  readonly seq: number;
  readonly subject: string;
}
type Stored = KeptLetter & Place;
/** Without the payload: all of them are kept in memory. */
type StoredHead = Omit<Stored, 'payload'>;

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
  let read: { readonly place: string; readonly letters: readonly StoredHead[] } = { place: '', letters: [] };
  const now = () => new Date(clock.now()).toISOString();

  /** All letters, newest first; read again only when the stream is another than it was. */
  async function all(): Promise<readonly StoredHead[]> {
    const { state, created } = await ensureDeadStream(jsm, service);
    const place = `${created}/${state.last_seq}/${state.messages}`;
    if (place === read.place) return read.letters;
    const letters = new Map<string, StoredHead>();
    await readThrough(nats, stream, {}, async (messages) => {
      for (const message of messages) {
        const { seq, subject } = message;
        const { payload: _, ...letter } = message.json<KeptLetter>();
        letters.set(subject, { ...letter, seq, subject });
      }
    });
    read = { place, letters: [...letters.values()].sort(newestFirst) };
    return read.letters;
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
  async function stored(name: DeadLetterName): Promise<Stored | null> {
    const subject = deadSubjectOf(service, name);
    try {
      const message = await jsm.streams.getMessage(stream, { last_by_subj: subject });
      return { ...message.json<KeptLetter>(), seq: message.seq, subject };
    } catch (error) {
      if (error instanceof NatsError && NONE.includes(error.api_error?.err_code ?? 0)) return null;
      throw error;
    }
  }

  return {
    async find(name) {
      const there = await stored(name);
      if (!there) return null;
      const { seq: _, subject: __, ...letter } = there;
      return letter;
    },
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
      return listed.map(({ seq: _, subject: __, ...head }) => head);
    },
    groups: async (first) => groupsOf(await all()).slice(0, first),
    async untried(replay, first) {
      const oldestFirst = [...(await all())].reverse();
      const batch = oldestFirst.filter((one) => isUntried(one, replay)).slice(0, first);
      return (await Promise.all(batch.map(stored))).flatMap((one) => one ?? []);
    },
    tally: async (replay) => tallyOf(await all(), replay),
    async change(letter, by, change) {
      const there = await stored(letter);
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
