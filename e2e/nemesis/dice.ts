import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that comes out the same for the same seed. */
export interface Dice {
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** True once in so many times. */
  once(inTimes: number): boolean;
  oneOf<T>(things: readonly [T, ...T[]]): T;
  shuffled<T>(things: readonly T[]): T[];
}

export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  const between = (low: number, high: number) => uniformInt(generator, low, high);
  return {
    between,
    once: (inTimes) => between(1, inTimes) === 1,
    oneOf: (things) => things[between(0, things.length - 1)] ?? things[0],
    shuffled(things) {
      const left = [...things];
      const out = [];
      while (left.length > 0) out.push(...left.splice(between(0, left.length - 1), 1));
      return out;
    },
  };
}
