import { type Step, type Surroundings, stepsFrom } from './steps.js';
import type { Broken } from './violation.js';
import { encode, type World } from './world.js';

/** So many deliveries and clocks are more than any order needs to its end. */
const LONGEST_WAY = 400;

const COMES_TO_REST = {
  name: 'O3',
  sentence: 'Without further faults everything comes to its end.',
};

/** What must hold where nothing is on its way any more. */
export class Resting {
  readonly #around: Surroundings;
  readonly #comes = new Set<string>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Nothing is on its way and no clock owes anything: only a shopper could still do something. */
  isAtRest({ letters, states }: World): boolean {
    return letters.length === 0 && this.#around.universe.due(states).length === 0;
  }

  /** At rest the books must agree; where only clocks are awaited, they must lead to rest. */
  broken(world: World): Broken | null {
    if (world.letters.length > 0) return null;
    if (this.isAtRest(world)) return this.#around.universe.broken(world.states, 'at rest');
    const on = new Set<string>();
    let now = world;
    let turn = 0;
    for (let step = 0; step < LONGEST_WAY; step += 1) {
      const text = encode(now);
      if (this.#comes.has(text) || this.isAtRest(now)) {
        for (const passed of on) this.#comes.add(passed);
        return null;
      }
      on.add(text);
      if (now.letters.length === 0) turn += 1;
      const next = this.#goOn(now, turn);
      // What breaks on the way is found where it is looked at for itself.
      if (!next) return null;
      now = next;
    }
    return this.circling(now);
  }

  /** Messages and clocks go round for ever about this world. */
  circling({ states }: World): Broken {
    const { order } = this.#around.universe.states(states);
    const stands = Object.values(order).map(({ progress }) => `${progress.state} (${progress.step})`);
    const more = this.#around.universe.broken(states, 'at rest')?.wrong;
    const wrong = [`It goes round for ever: ${stands.join(', ')}`, more].filter(Boolean).join('. ');
    return { invariant: COMES_TO_REST, wrong };
  }

  /** The next delivery, or each clock in its turn: nobody does anything and nothing goes wrong. */
  #goOn(world: World, turn: number): World | null {
    const steps = stepsFrom({ ...world, acts: 0 }, this.#around);
    const wanted = world.letters.length > 0 ? 'delivered' : 'clock';
    const ways = steps.filter(({ happening }) => happening === wanted || happening === 'absorbed');
    const step: Step | undefined = wanted === 'clock' ? ways[turn % ways.length] : ways[0];
    if (!step || 'broken' in step.next) return null;
    return { ...step.next, acts: world.acts };
  }
}
