import { PART_NAMES } from '../parts/states.js';
import type { Act } from './model.js';
import type { Universe } from './universe.js';
import type { Broken } from './violation.js';
import { exchange, type World } from './world.js';

/** How one world becomes the next. */
export type Happening =
  | 'delivered'
  /** Committed, and the process died before it acknowledged. */
  | 'delivered, not acknowledged'
  /** Delivered again, and known to the inbox. */
  | 'absorbed'
  | 'lost'
  /** The one who asked waits no longer; the request may still arrive. */
  | 'not waited for'
  | 'clock'
  | 'act';

export interface Step {
  readonly happening: Happening;
  readonly letter: number;
  /** The world after it, or what was wrong with the message. */
  readonly next: World | { readonly broken: Broken };
  /** The letters that it made. */
  readonly sent: readonly number[];
}

export interface Surroundings {
  readonly universe: Universe;
  readonly acts: readonly Act[];
}

/** Every way in which a world can go on. */
export function stepsFrom(world: World, around: Surroundings): Step[] {
  const { universe, acts } = around;
  const first = world.letters.find((letter) => universe.reduction.isAlone(letter, world.states));
  if (first !== undefined) return deliveries(world, first, around);
  const steps: Step[] = [];
  for (const [index, letter] of world.letters.entries())
    if (letter !== world.letters[index - 1]) steps.push(...deliveries(world, letter, around));
  for (const due of universe.due(world.states)) {
    const early = due.repeats && world.letters.length > 0;
    if (early && world.faults.earlyClocks === 0) continue;
    const from = early ? spend(world, 'earlyClocks') : world;
    steps.push(
      due.travels ? sendOff(from, due.letter) : take(from, { letter: due.letter, universe }, 'clock'),
    );
  }
  for (const [index, act] of acts.entries()) {
    if ((world.acts & (1 << index)) === 0) continue;
    const letter = universe.letter({ to: 'order', message: act.message });
    steps.push(take({ ...world, acts: world.acts & ~(1 << index) }, { letter, universe }, 'act'));
  }
  return steps;
}

function deliveries(world: World, letter: number, around: Surroundings): Step[] {
  const { universe } = around;
  const { message, to, taken } = universe.letters.value(letter);
  const here: World = { ...world, letters: exchange(world.letters, letter, []) };
  if (taken && universe.model.inbox) return [{ happening: 'absorbed', letter, next: here, sent: [] }];
  const steps = [take(here, { letter, universe }, 'delivered')];
  if (universe.reduction.isIdle(letter, world.states)) return steps;
  if (message.by === 'stream' && !taken && world.faults.redeliveries > 0) {
    const again = universe.letter({ to, message }, true);
    const left = spend({ ...here, letters: exchange(here.letters, null, [again]) }, 'redeliveries');
    steps.push(take(left, { letter, universe }, 'delivered, not acknowledged'));
  }
  if (message.by !== 'stream' && message.by !== 'local' && world.faults.losses > 0)
    steps.push(...losses(spend(here, 'losses'), letter, around));
  return steps;
}

function losses(world: World, letter: number, { universe }: Surroundings): Step[] {
  const { to, message } = universe.letters.value(letter);
  const lost: Step = { happening: 'lost', letter, next: world, sent: [] };
  const heard = message.by === 'request' ? universe.model.unanswered({ to, message }) : null;
  if (!heard) return [lost];
  const late = { ...message, data: { ...(message.data as object), unheard: true } };
  const sent = [universe.letter(heard), universe.letter({ to, message: late })];
  const next = { ...world, letters: exchange(world.letters, null, sent) };
  return [lost, { happening: 'not waited for', letter, next, sent }];
}

function take(
  world: World,
  { letter, universe }: { readonly letter: number; readonly universe: Universe },
  happening: Happening,
): Step {
  const effect = universe.effect(world.states, letter);
  if ('broken' in effect) return { happening, letter, next: effect, sent: [] };
  const place = PART_NAMES.indexOf(universe.letters.value(letter).to);
  const states = world.states.with(place, effect.state);
  const letters = exchange(world.letters, null, effect.letters);
  return { happening, letter, next: { ...world, states, letters }, sent: effect.letters };
}

const sendOff = (world: World, letter: number): Step => ({
  happening: 'clock',
  letter,
  next: { ...world, letters: exchange(world.letters, null, [letter]) },
  sent: [letter],
});

const spend = (world: World, fault: keyof World['faults']): World => ({
  ...world,
  faults: { ...world.faults, [fault]: world.faults[fault] - 1 },
});
