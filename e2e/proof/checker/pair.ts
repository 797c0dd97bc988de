/** A letter and a state have fewer numbers than this, so that two of them make one key. */
const MOST_NUMBERS = 2 ** 24;

/** One number for a letter and a state of its part. */
export const pairOf = (letter: number, state: number): number => letter * MOST_NUMBERS + state;

/** The letter and the state of such a number. */
export const ofPair = (pair: number): [letter: number, state: number] => [
  Math.floor(pair / MOST_NUMBERS),
  pair % MOST_NUMBERS,
];
