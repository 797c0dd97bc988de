import { findCircle } from './circle.js';
import type { Configuration, Model } from './model.js';
import { Resting } from './resting.js';
import { type Happening, type Step, type Surroundings, stepsFrom } from './steps.js';
import { Universe } from './universe.js';
import type { Broken } from './violation.js';
import { decode, encode, type World } from './world.js';

/** A history that ends in something wrong, step by step from the start. */
export interface Counterexample extends Broken {
  readonly start: World;
  readonly steps: readonly Step[];
  readonly around: Surroundings;
}

export interface Found {
  readonly states: number;
  readonly transitions: number;
  /** Steps of the shortest way to the state that is farthest away. */
  readonly depth: number;
  /** How often each way of going on was taken. */
  readonly happenings: ReadonlyMap<Happening, number>;
  /** Types of the messages that were delivered. */
  readonly delivered: ReadonlySet<string>;
  /** In how many quiescent states the orders had ended like this. */
  readonly ends: ReadonlyMap<string, number>;
  readonly counterexample: Counterexample | null;
  /** Every history was looked at, to its end. */
  readonly complete: boolean;
}

export interface Bounds {
  /** Past so many states the search ends, incomplete. */
  readonly states: number;
  /** False looks at orders of delivery too that make no difference. */
  readonly reduced?: boolean;
  /** Told from time to time how many states there are so far. */
  readonly onProgress?: (states: number) => void;
}

const PROGRESS_EVERY = 50_000;

/**
 * Looks at every state that a configuration can come to, the nearest first (breadth-first search), so that the first
 * counterexample is a shortest one. Ends with the first counterexample.
 */
export function search(model: Model, configuration: Configuration, bounds: Bounds): Found {
  const universe = new Universe(model, bounds.reduced ?? true);
  let found = searchOnce(universe, configuration, bounds);
  while (found.complete && !universe.reduction.holds()) found = searchOnce(universe, configuration, bounds);
  return found;
}

function searchOnce(universe: Universe, configuration: Configuration, bounds: Bounds): Found {
  const around: Surroundings = { universe, acts: configuration.acts };
  const resting = new Resting(around);
  const start = startOf(configuration, universe);
  const texts = [encode(start)];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const onward: number[] = [];
  const parents = [-1];
  const happenings = new Map<Happening, number>();
  const delivered = new Set<number>();
  const ends = new Map<string, number>();
  let counterexample: Counterexample | null = null;
  let transitions = 0;
  let at = 0;

  for (; at < texts.length && texts.length <= bounds.states && !counterexample; at += 1) {
    if (at % PROGRESS_EVERY === 0) bounds.onProgress?.(texts.length);
    const world = decode(texts[at] ?? '');
    const broken = universe.broken(world.states, 'always') ?? resting.broken(world);
    if (broken) counterexample = { ...broken, start, steps: wayTo(at), around };
    if (resting.isAtRest(world)) count(ends, endOf(world, universe));
    onward.push(-1);
    for (const [place, step] of stepsFrom(world, around).entries()) {
      transitions += 1;
      count(happenings, step.happening);
      for (const letter of [step.letter, ...step.sent]) universe.reduction.meet(letter);
      if (step.happening.startsWith('delivered')) delivered.add(step.letter);
      if ('broken' in step.next) {
        counterexample ??= { ...step.next.broken, start, steps: [...wayTo(at), step], around };
        continue;
      }
      const text = encode(step.next);
      const number = numbers.get(text) ?? texts.length;
      // Deliveries come first among the steps.
      if (place === 0 && world.letters.length > 0) onward[at] = number;
      if (number < texts.length) continue;
      numbers.set(text, number);
      texts.push(text);
      parents.push(at);
    }
  }
  const circle = findCircle(onward);
  if (circle !== null && !counterexample)
    counterexample = {
      ...resting.circling(decode(texts[circle] ?? '')),
      start,
      steps: wayTo(circle),
      around,
    };
  const complete = at === texts.length && !counterexample;
  const depth = stationsOf(texts.length - 1).length - 1;
  const types = new Set([...delivered].map((letter) => universe.letters.value(letter).message.type));
  return {
    states: texts.length,
    transitions,
    depth,
    happenings,
    delivered: types,
    ends,
    counterexample,
    complete,
  };

  function stationsOf(state: number): number[] {
    const stations = [state];
    for (let from = parents[state] ?? -1; from >= 0; from = parents[from] ?? -1) stations.unshift(from);
    return stations;
  }

  function wayTo(state: number): Step[] {
    const [, ...stations] = stationsOf(state);
    return stations.map((to) => {
      const steps = stepsFrom(decode(texts[parents[to] ?? 0] ?? ''), around);
      const step = steps.find(({ next }) => !('broken' in next) && encode(next) === texts[to]);
      if (!step)
        throw new Error('A way that was gone is not found again: a part does not answer the same each time');
      return step;
    });
  }
}

const startOf = ({ start, letters, acts, faults }: Configuration, universe: Universe): World => ({
  states: universe.number(start),
  letters: letters.map((letter) => universe.letter(letter)).sort((a, b) => a - b),
  acts: (1 << acts.length) - 1,
  faults,
});

const endOf = ({ states }: World, universe: Universe): string =>
  Object.values(universe.states(states).order)
    .map(({ progress }) => progress.state)
    .join(' and ');

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
