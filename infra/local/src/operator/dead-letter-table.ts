import type { LetterName } from './dead-letter-arguments.js';

/** What failed alike, as the operator API tells of it. */
export interface GroupSeen {
  readonly service: string;
  readonly group: string;
  readonly durable: string;
  readonly type: string;
  readonly error: string;
  readonly open: number;
  readonly quarantined: number;
  readonly lastAt: string;
}

export interface LetterSeen extends LetterName {
  readonly type: string;
  readonly error: string;
  readonly state: string;
  readonly replays: number;
  readonly revision: number;
  readonly payload: string | null;
  readonly at: string;
}

export interface ReplaySeen {
  readonly id: string;
  readonly state: 'RUNNING' | 'DONE';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly left: number;
  readonly quarantined: number;
  readonly waitsFor: readonly string[];
}

/** The first line of what may have several. */
const line = (text: string): string => text.split('\n')[0] ?? '';

/** Two lines for each group: how many letters, and what they say. */
export function groupsText(groups: readonly GroupSeen[]): string {
  if (groups.length === 0) return '  no dead letters';
  return groups
    .map(({ group, durable, type, error, open, quarantined, lastAt }) => {
      const quarantine = quarantined > 0 ? `, ${quarantined} in quarantine` : '';
      return `  ${group}  ${durable}, ${type}: ${open} open${quarantine}, the last at ${lastAt}\n    ${line(error)}`;
    })
    .join('\n');
}

export const nameOf = ({ service, durable, messageId }: LetterName): string =>
  `${service}/${durable}/${messageId}`;

/** One line for each letter, that begins with its name. */
export const lettersText = (letters: readonly LetterSeen[]): string =>
  letters
    .map((letter) => `  ${nameOf(letter)}  ${letter.state.toLowerCase()}  ${line(letter.error)}`)
    .join('\n');

/** A letter with its payload, as it can be edited. */
export function letterText(letter: LetterSeen): string {
  const { type, state, replays, revision, at, error, payload } = letter;
  const facts = `${state.toLowerCase()}, ${replays} failed replays, revision ${revision}, buried at ${at}`;
  return `${nameOf(letter)}\n${type}, ${facts}\n${error}\n\n${payload}`;
}

/** How far a replay is. */
export function replayText({ total, done, failed, left, quarantined, waitsFor }: ReplaySeen): string {
  const quarantine = quarantined > 0 ? ` (${quarantined} in quarantine)` : '';
  const wait = waitsFor.length > 0 ? `; it waits for ${waitsFor.join(', ')}` : '';
  return `${done} of ${total} replayed, ${failed} failed${quarantine}, ${left} left${wait}`;
}
