import type { Invariant } from './model.js';

/** The name of what must hold, and what it says. */
export type Rule = Pick<Invariant, 'name' | 'sentence'>;

/** What must hold and does not, with what is wrong. */
export interface Broken {
  readonly invariant: Rule;
  readonly wrong: string;
}

/** Thrown by a part whose step breaks something that can only be seen as it is taken. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly invariant: Rule;

  constructor(invariant: Rule, wrong: string) {
    super(wrong);
    this.invariant = invariant;
  }
}

/** A rule of every decider: what can happen at all is never refused as impossible. */
const NOTHING_POISONED: Rule = {
  name: 'poison',
  sentence: 'No message that comes is impossible for the one who gets it.',
};

/** What an error that a part threw says of it. */
export const brokenBy = (error: unknown): Broken => ({
  invariant: error instanceof Violation ? error.invariant : NOTHING_POISONED,
  wrong: error instanceof Error ? error.message : String(error),
});
