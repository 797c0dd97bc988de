import type { DeadLetter } from '@evenkeel/contracts';
import type { Change } from './dead-letter.js';
import { groupOf } from './grouping.js';

/** Replays that may fail before a letter is left alone. */
const MAX_REPLAYS = 3;

/** What becomes of a letter that was replayed; `error` is null when it went well. */
export function afterReplay(letter: DeadLetter, error: string | null): Change {
  if (error === null) return { state: 'replayed' };
  const replays = letter.replays + 1;
  const group = groupOf({ ...letter, error });
  return { error, group, replays, state: replays >= MAX_REPLAYS ? 'quarantined' : 'open' };
}

/** What becomes of a letter whose payload fits now: it is as new. */
export const afterEdit = (payload: string, type: string): Change => ({
  payload,
  type,
  state: 'open',
  replays: 0,
});
