import { PART_NAMES, type PartName, type States } from '../parts/states.js';
import { Interner } from './interner.js';
import type { Due, Invariant, Letter, Model, Part } from './model.js';
import { pairOf } from './pair.js';
import { Reduction } from './reduction.js';
import { type Broken, brokenBy } from './violation.js';

/** A letter on its way; `taken` by its part before, so that only its acknowledgement was lost. */
export interface Underway extends Letter {
  readonly taken: boolean;
}

export interface DueLetter extends Due {
  readonly letter: number;
}

/** A reaction in numbers, or what was wrong with the message. */
export type Effect =
  | { readonly state: number; readonly letters: readonly number[] }
  | { readonly broken: Broken };

/**
 * The parts of a model, asked each question once: what a part does depends on its state and the message alone, so
 * the many worlds are combinations of few answers.
 */
export class Universe {
  readonly model: Model;
  readonly letters = new Interner<Underway>();
  readonly reduction: Reduction;
  readonly #states = PART_NAMES.map(() => new Interner<unknown>());
  readonly #effects = new Map<number, Effect>();
  readonly #due = new Map<string, readonly DueLetter[]>();
  readonly #dueOfAll = new Map<string, readonly DueLetter[]>();
  readonly #wrong = new Map<string, string | null>();
  readonly #brokenBy = {
    always: new Map<string, Broken | null>(),
    'at rest': new Map<string, Broken | null>(),
  };

  constructor(model: Model, reduced: boolean) {
    this.model = model;
    this.reduction = new Reduction(this, reduced);
  }

  number(states: States): number[] {
    return PART_NAMES.map((name, index) => this.#interner(index).number(states[name]));
  }

  states(numbers: readonly number[]): States {
    const entries = PART_NAMES.map((name, index) => [
      name,
      this.#interner(index).value(numbers[index] ?? -1),
    ]);
    return Object.fromEntries(entries) as States;
  }

  letter({ to, message }: Letter, taken = false): number {
    return this.letters.number({ to, message, taken });
  }

  /** What a letter does to a world of these states. */
  effect(states: readonly number[], letter: number): Effect {
    const { to } = this.letters.value(letter);
    const place = PART_NAMES.indexOf(to);
    const state = states[place] ?? -1;
    return recall(this.#effects, pairOf(letter, state), () => this.#react(place, state, letter));
  }

  #react(place: number, state: number, letter: number): Effect {
    const { to, message } = this.letters.value(letter);
    const part = this.model.parts[to] as Part<unknown>;
    try {
      const reaction = part.receive(this.#interner(place).value(state), message);
      return {
        state: this.#interner(place).number(reaction.state),
        letters: reaction.letters.map((one) => this.letter(one)),
      };
    } catch (error) {
      return { broken: brokenBy(error) };
    }
  }

  /** What the clocks of the parts would do now. */
  due(numbers: readonly number[]): readonly DueLetter[] {
    return recall(this.#dueOfAll, numbers.join(), () =>
      this.model.clocks.flatMap(({ of, due }, index) =>
        recall(this.#due, `${index} ${at(of, numbers)}`, () =>
          due(this.states(numbers)).map((one) => ({ ...one, letter: this.letter(one) })),
        ),
      ),
    );
  }

  /** The first invariant of its kind that these states break, with what is wrong. */
  broken(numbers: readonly number[], when: Invariant['when']): Broken | null {
    return recall(this.#brokenBy[when], numbers.join(), () => this.#findBroken(numbers, when));
  }

  #findBroken(numbers: readonly number[], when: Invariant['when']): Broken | null {
    for (const [index, invariant] of this.model.invariants.entries()) {
      if (invariant.when !== when) continue;
      const key = `${index} ${at(invariant.of, numbers)}`;
      const wrong = recall(this.#wrong, key, () => invariant.wrong(this.states(numbers)));
      if (wrong !== null) return { invariant, wrong };
    }
    return null;
  }

  tell(name: PartName, states: States): string {
    return (this.model.parts[name] as Part<unknown>).tell(states[name]);
  }

  #interner(place: number): Interner<unknown> {
    const interner = this.#states[place];
    if (!interner) throw new Error(`There is no part ${place}`);
    return interner;
  }
}

/** The numbers of the states of some parts. */
const at = (names: readonly PartName[], numbers: readonly number[]): string =>
  names.map((name) => numbers[PART_NAMES.indexOf(name)]).join(',');

function recall<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}
