import type { Configuration } from './checker/model.js';
import type { Found } from './checker/search.js';

const COLUMNS = ['states', 'transitions', 'depth', 'at rest', 'seconds'] as const;
const NAME_WIDTH = 52;
const WIDTH = 13;

const line = (name: string, figures: readonly string[]): string =>
  [name.padEnd(NAME_WIDTH), ...figures.map((figure) => figure.padStart(WIDTH))].join('');

const grouped = (figure: number): string => figure.toLocaleString('en').replaceAll(',', ' ');

export const HEADING = line('configuration', COLUMNS);

/** What became of one configuration, in one line. */
export function rowOf({ name }: Configuration, found: Found, seconds: number): string {
  const atRest = [...found.ends.values()].reduce((sum, times) => sum + times, 0);
  const figures = [found.states, found.transitions, found.depth, atRest].map(grouped);
  const rest = found.complete ? '' : found.counterexample ? '  ✗' : '  not to its end';
  return `${line(name, [...figures, seconds.toFixed(1)])}${rest}`;
}

/** The sum of many. */
export function sumOf(all: readonly { readonly found: Found; readonly seconds: number }[]): string {
  const states = all.reduce((sum, { found }) => sum + found.states, 0);
  const transitions = all.reduce((sum, { found }) => sum + found.transitions, 0);
  const seconds = all.reduce((sum, one) => sum + one.seconds, 0);
  return line('all', [grouped(states), grouped(transitions), '', '', seconds.toFixed(1)]);
}

/** How orders ended, and in how many states at rest. */
export const endsOf = ({ ends }: Found): string =>
  [...ends].map(([end, times]) => `${end} (${times})`).join(' · ');
