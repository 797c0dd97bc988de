import type {
  DeadLetter,
  DeadLetterGroup,
  DeadLetterHead,
  DeadLetterName,
  EditedLetter,
  ReplayTally,
  Subscription,
} from '@evenkeel/contracts';
import type { MessagingContext } from '../context.js';
import { every } from '../every.js';
import { laneItem } from '../lane/lane-item.js';
import type { Sink } from '../stream/into-lane.js';
import { afterEdit, afterReplay } from './after-replay.js';
import { checkPayload, readPayload } from './check-payload.js';
import type { DeadLetters, KeptLetter, ListedLetters, ScopedReplay } from './dead-letter.js';

const HOUR_MS = 3_600_000;

export interface LetterEdit extends DeadLetterName {
  /** The one that was read: what somebody has changed since is not overwritten. */
  readonly revision: number;
  readonly payload: string;
}

/** What a service lets operators see and do about its dead letters. */
export interface DeadLetterDesk {
  list(which: ListedLetters): Promise<DeadLetterHead[]>;
  groups(first: number): Promise<DeadLetterGroup[]>;
  find(name: DeadLetterName): Promise<DeadLetter | null>;
  /** Gives a letter another payload; `by` makes it happen once. Null: only says whether it would. */
  edit(edit: LetterEdit, by: string | null): Promise<EditedLetter>;
  /** Hands up to `first` letters to the lane again, and waits so long for what becomes of them. */
  replay(
    replay: ScopedReplay,
    batch: { readonly first: number; readonly waitMs: number },
  ): Promise<ReplayTally>;
}

interface Parts {
  readonly letters: DeadLetters;
  readonly lane: Sink;
  readonly subscriptions: readonly Subscription[];
}

/** Opens the desk beside the lane that its letters fell out of. */
export function openDeadLetterDesk(
  context: Pick<MessagingContext, 'log' | 'meter' | 'onStop'>,
  { letters, lane, subscriptions }: Parts,
): DeadLetterDesk {
  /** Letters that are in the lane, however often they are asked for meanwhile. */
  const underWay = new Map<string, Promise<void>>();
  const keyOf = ({ durable, id }: DeadLetterName) => `${durable}/${id}`;

  /** Null when the letter was handled; else why not. */
  function hand(letter: KeptLetter): Promise<string | null> {
    const read = readPayload(letter, subscriptions);
    if (!read.fits) return Promise.resolve(read.issues.map(({ message }) => message).join('; '));
    return new Promise((resolve) => {
      const failed = (error: unknown) => resolve(error instanceof Error ? error.message : String(error));
      lane.push(
        laneItem(read.message, { done: () => resolve(null), failed: async (error) => failed(error) }),
      );
    });
  }

  async function settle(letter: KeptLetter, replayId: string): Promise<void> {
    try {
      const error = await hand(letter);
      context.meter.count('dead_letters_replayed_total', { outcome: error === null ? 'done' : 'failed' });
      const isWritten = await letters.change(letter, replayId, afterReplay(letter, error));
      // Edited meanwhile: what was handled is handled, and what failed is tried again as it is now.
      const now = isWritten || error !== null ? null : await letters.find(letter);
      if (now) await letters.change(now, replayId, afterReplay(now, null));
    } catch (error) {
      // Still as it was, so it is tried again; what was handled then is absorbed.
      context.log.error({ err: error, id: letter.id }, 'Could not write down what became of a dead letter');
    } finally {
      underWay.delete(keyOf(letter));
    }
  }

  function replayOne(letter: KeptLetter, replayId: string): Promise<void> {
    const begun = underWay.get(keyOf(letter)) ?? settle(letter, replayId);
    underWay.set(keyOf(letter), begun);
    return begun;
  }

  const forgetting = every(context, {
    ms: HOUR_MS,
    what: 'forget dead letters that were replayed long ago',
    run: () => letters.forget(),
  });
  context.onStop('dead letter desk', () => forgetting.stop());

  return {
    list: (which) => letters.list(which),
    groups: (first) => letters.groups(first),
    find: (name) => letters.find(name),
    async edit(edit, by) {
      const letter = await letters.find(edit);
      const refuse = (why: string): EditedLetter => ({ kind: 'not-editable', why });
      if (!letter) return refuse('There is no such letter');
      const edited: EditedLetter = { kind: 'edited', from: letter.payload, wasIn: letter.state };
      if (by !== null && letter.changedBy === by) return edited;
      if (letter.state === 'replayed') return refuse('It was replayed, so there is nothing left to edit');
      if (underWay.has(keyOf(letter))) return refuse('It is being replayed; look again in a moment');
      if (letter.revision !== edit.revision)
        return refuse(`It was changed meanwhile and is at revision ${letter.revision}; read it again`);
      const checked = checkPayload(letter, edit.payload, subscriptions);
      if (!checked.fits) return { kind: 'misfit', issues: [...checked.issues] };
      if (by === null) return edited;
      if (await letters.change(letter, by, afterEdit(edit.payload, checked.message.type))) return edited;
      // At the same moment, by the same edit when that was asked twice.
      const now = await letters.find(edit);
      return now?.changedBy === by ? edited : refuse('It was changed at the same moment; read it again');
    },
    async replay(replay, { first, waitMs }) {
      if (first > 0) {
        const batch = await letters.untried(replay, first);
        const settled = Promise.all(batch.map((letter) => replayOne(letter, replay.replayId)));
        await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, waitMs).unref())]);
      }
      return letters.tally(replay);
    },
  };
}
