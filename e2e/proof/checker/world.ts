import type { Faults } from './model.js';

/** All that there is at one moment, in numbers: of the state of each part, and of the letters on their way. */
export interface World {
  readonly states: readonly number[];
  /** Sorted; equal letters are there as often as they were sent. */
  readonly letters: readonly number[];
  /** A bit for each act that the shoppers have not done yet. */
  readonly acts: number;
  readonly faults: Faults;
}

/** One text for one world. */
export function encode({ states, letters, acts, faults }: World): string {
  const { redeliveries, losses, earlyClocks } = faults;
  return `${states.join(',')}|${letters.join(',')}|${acts},${redeliveries},${losses},${earlyClocks}`;
}

export function decode(text: string): World {
  const [states = '', letters = '', rest = ''] = text.split('|');
  const [acts = 0, redeliveries = 0, losses = 0, earlyClocks = 0] = rest.split(',').map(Number);
  return {
    states: states.split(',').map(Number),
    letters: letters === '' ? [] : letters.split(',').map(Number),
    acts,
    faults: { redeliveries, losses, earlyClocks },
  };
}

/** The letters without one of them, and with others. */
export function exchange(
  letters: readonly number[],
  without: number | null,
  others: readonly number[],
): number[] {
  const left = [...letters];
  if (without !== null) left.splice(left.indexOf(without), 1);
  return [...left, ...others].sort((a, b) => a - b);
}
