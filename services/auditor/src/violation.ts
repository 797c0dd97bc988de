import type { InvariantId } from '@evenkeel/contracts';

/** Something that breaks an invariant: what it is about, and what was seen. */
export interface Violation {
  readonly invariant: InvariantId;
  readonly subject: string;
  readonly evidence: string;
}

/** One violation unless two numbers are the same. */
export const unlessEqual = (
  invariant: InvariantId,
  [what, one]: readonly [string, number],
  [otherwise, other]: readonly [string, number],
): Violation[] =>
  one === other
    ? []
    : [{ invariant, subject: 'all', evidence: `${what} is ${one}, and ${otherwise} ${other}` }];

/** One violation for each subject. */
export const foreach = (
  invariant: InvariantId,
  subjects: readonly string[],
  say: (subject: string) => string,
): Violation[] => subjects.map((subject) => ({ invariant, subject, evidence: say(subject) }));

/** One violation when anything was counted. */
export const unlessNone = (invariant: InvariantId, count: number, what: string): Violation[] =>
  count === 0 ? [] : [{ invariant, subject: what, evidence: `${what}: ${count}` }];
