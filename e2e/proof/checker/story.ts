import { PART_NAMES } from '../parts/states.js';
import type { Counterexample } from './search.js';
import type { Step, Surroundings } from './steps.js';
import type { World } from './world.js';

/** A counterexample as a story: who did what, what came of it, and why that is wrong. */
export function storyOf({ invariant, wrong, start, steps, around }: Counterexample): string {
  const lines = [`${invariant.name} is broken: ${invariant.sentence}`, ''];
  let before = start;
  for (const [index, step] of steps.entries()) {
    lines.push(`${String(index + 1).padStart(3)}. ${whatHappened(step, around)}`);
    if ('broken' in step.next) continue;
    lines.push(...changes(before, step.next, around).map((line) => `       ${line}`));
    const sent = step.happening === 'clock' && step.sent[0] === step.letter ? [] : step.sent;
    if (sent.length > 0)
      lines.push(`       sends ${sent.map((letter) => addressed(letter, around)).join(', ')}`);
    before = step.next;
  }
  return [...lines, '', `     ✗ ${wrong}`].join('\n');
}

function whatHappened({ happening, letter }: Step, around: Surroundings): string {
  const { to, message } = around.universe.letters.value(letter);
  const name = nameOf(letter, around);
  switch (happening) {
    case 'act':
      return around.acts.find((act) => act.message === message)?.story ?? name;
    case 'clock':
      return `A clock strikes: ${name}.`;
    case 'delivered':
      return `${capital(to)} gets ${name}.`;
    case 'delivered, not acknowledged':
      return `${capital(to)} gets ${name}, commits, and dies before it acknowledges.`;
    case 'absorbed':
      return `${capital(to)} gets ${name} once more; the inbox knows it.`;
    case 'lost':
      return `${capital(name)} is lost.`;
    case 'not waited for':
      return `Nobody waits any longer for the answer to ${name}.`;
  }
}

const addressed = (letter: number, around: Surroundings): string =>
  `${nameOf(letter, around)} → ${around.universe.letters.value(letter).to}`;

function nameOf(letter: number, { universe }: Surroundings): string {
  const { message } = universe.letters.value(letter);
  const data = message.data as { round?: number; statement?: { status: string } };
  const more = [
    data.round && `round ${data.round}`,
    data.statement?.status,
    message.by === 'callback' && 'callback',
  ].filter(Boolean);
  return `${message.type}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

function changes(before: World, after: World, { universe }: Surroundings): string[] {
  const states = universe.states(after.states);
  return PART_NAMES.filter((_, place) => before.states[place] !== after.states[place]).map(
    (name) => `${name}: ${universe.tell(name, states)}`,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
