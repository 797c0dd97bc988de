import { PART_NAMES } from '../parts/states.js';
import { ofPair, pairOf } from './pair.js';
import type { Universe } from './universe.js';

/** Past so many states of a part it is not worth finding out. */
const MOST_STATES = 500;

/**
 * Leaves out orders of delivery that make no difference (partial-order reduction). A letter that does nothing to its
 * part now, nor after anything else that the part could ever get, may be delivered at once: it meets nobody. So may a
 * letter that the inbox will absorb, and one to the ledger, whose journals commute and which nobody waits for.
 */
export class Reduction {
  readonly #universe: Universe;
  readonly #on: boolean;
  /** Letters that were on their way somewhere, by the place of their part. */
  readonly #met = PART_NAMES.map(() => new Set<number>());
  #idle = new Map<number, boolean>();

  /** Switched off, every order of delivery is looked at: the same is found, from many more states. */
  constructor(universe: Universe, on: boolean) {
    this.#universe = universe;
    this.#on = on;
  }

  /** A letter that is on its way in some world. */
  meet(letter: number): void {
    this.#met[this.#placeOf(letter)]?.add(letter);
  }

  /** The letter meets nobody, whenever it is delivered. */
  isAlone(letter: number, states: readonly number[]): boolean {
    if (!this.#on) return false;
    const { letters, model } = this.#universe;
    const { to, taken } = letters.value(letter);
    return (model.inbox && (taken || to === 'finance')) || this.isIdle(letter, states);
  }

  /** The letter does nothing, now or later, by all letters that were met so far. */
  isIdle(letter: number, states: readonly number[]): boolean {
    if (!this.#on) return false;
    const place = this.#placeOf(letter);
    const key = pairOf(letter, states[place] ?? -1);
    const known = this.#idle.get(key);
    if (known !== undefined) return known;
    const idle = this.#staysIdle(letter, states, place);
    this.#idle.set(key, idle);
    return idle;
  }

  /** False if a letter that was met since makes one of the idle ones do something: then all is looked at again. */
  holds(): boolean {
    const claimed = [...this.#idle].filter(([, idle]) => idle).map(([key]) => key);
    this.#idle = new Map();
    return claimed.every((key) => {
      const [letter, state] = ofPair(key);
      return this.isIdle(
        letter,
        PART_NAMES.map(() => state),
      );
    });
  }

  /**
   * Looks at every state that the part could get to from here. One from which the letter is known to stay idle need not
   * be gone beyond, one from which it does not is the answer; and what stays idle here does so in all states seen.
   */
  #staysIdle(letter: number, states: readonly number[], place: number): boolean {
    const possible = [states];
    const seen = new Set([states[place] ?? -1]);
    for (const at of possible) {
      const effect = this.#universe.effect(at, letter);
      if ('broken' in effect || effect.state !== at[place] || effect.letters.length > 0) return false;
      for (const other of this.#met[place] ?? []) {
        const after = this.#universe.effect(at, other);
        if ('broken' in after || seen.has(after.state)) continue;
        const known = this.#idle.get(pairOf(letter, after.state));
        if (known === false || seen.size > MOST_STATES) return false;
        if (known) continue;
        seen.add(after.state);
        possible.push(at.with(place, after.state));
      }
    }
    for (const state of seen) this.#idle.set(pairOf(letter, state), true);
    return true;
  }

  #placeOf(letter: number): number {
    return PART_NAMES.indexOf(this.#universe.letters.value(letter).to);
  }
}
