import type { DeadLetterGroup, ReplayTally } from '@evenkeel/contracts';
import type { KeptLetter, ListedLetters, ScopedReplay } from './dead-letter.js';

type Head = Omit<KeptLetter, 'payload'>;

const placeOf = ({ at, id }: Head): string => `${at}|${id}`;

/** Sorts letters as lists show them. */
export const newestFirst = (a: Head, b: Head): number => (placeOf(a) < placeOf(b) ? 1 : -1);

/** Whether a letter belongs to what was asked for, and comes after the one that was shown last. */
export function isListed(letter: Head, { after, group, state }: ListedLetters): boolean {
  const wanted = state === null ? letter.state !== 'replayed' : letter.state === state;
  return wanted && (group === null || letter.group === group) && (after === null || placeOf(letter) < after);
}

/** The groups of the letters that still lie there; given newest first, the groups come so too. */
export function groupsOf(letters: readonly Head[]): DeadLetterGroup[] {
  const groups = new Map<string, DeadLetterGroup>();
  for (const { group, durable, type, error, state, at } of letters) {
    if (state === 'replayed') continue;
    const { open = 0, quarantined = 0, lastAt = at } = groups.get(group) ?? {};
    groups.set(group, {
      ...{ group, durable, type, error, firstAt: at, lastAt },
      open: open + (state === 'open' ? 1 : 0),
      quarantined: quarantined + (state === 'quarantined' ? 1 : 0),
    });
  }
  return [...groups.values()];
}

/** Whether a replay has yet to try a letter; one that is quarantined only when it is named. */
export function isUntried(letter: Head, { replayId, group, letter: named }: ScopedReplay): boolean {
  if (letter.changedBy === replayId || letter.state === 'replayed') return false;
  if (letter.state === 'quarantined' && !named) return false;
  if (named) return named.id === letter.id && named.durable === letter.durable;
  return !group || letter.group === group;
}

/** How far a replay is among these letters. */
export function tallyOf(letters: readonly Head[], replay: ScopedReplay): ReplayTally {
  const tried = letters.filter(({ changedBy }) => changedBy === replay.replayId);
  const failed = tried.filter(({ state }) => state !== 'replayed');
  const left = letters.filter((one) => isUntried(one, replay));
  return {
    done: tried.length - failed.length,
    failed: failed.length,
    left: left.length,
    quarantined: [...failed, ...left].filter(({ state }) => state === 'quarantined').length,
  };
}
