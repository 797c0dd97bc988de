import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedMap } from './sorted-map.js';

const collect = (show: (visit: (value: number) => boolean) => unknown, most = Number.POSITIVE_INFINITY) => {
  const seen: number[] = [];
  show((value) => seen.push(value) < most);
  return seen;
};

describe('a sorted map', () => {
  it('does what a plain map and a sort do, over many leaves', () => {
    const key = fc.integer({ min: 0, max: 3000 }).map((n) => String(n).padStart(4, '0'));
    const change = fc.record({ key, remove: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4000, size: 'max' }), key, key, (changes, a, b) => {
        const map = new SortedMap<number>();
        const model = new Map<string, number>();
        changes.forEach((one, i) => {
          if (one.remove) map.delete(one.key);
          else map.set(one.key, i);
          if (one.remove) model.delete(one.key);
          else model.set(one.key, i);
        });
        const [from, to] = a < b ? [a, b] : [b, a];
        const inside = [...model].filter(([k]) => k >= from && k < to).sort(([x], [y]) => (x < y ? -1 : 1));
        const values = inside.map(([, value]) => value);
        expect(map.size).toBe(model.size);
        expect(map.get(a)).toBe(model.get(a));
        expect(map.countBetween(from, to)).toBe(values.length);
        expect(collect((visit) => map.ascend(from, to, visit))).toEqual(values);
        expect(collect((visit) => map.descend(from, to, visit))).toEqual(values.toReversed());
        expect(collect((visit) => map.ascend(from, to, visit), 3)).toEqual(values.slice(0, 3));
      }),
      { numRuns: 30 },
    );
  });

  it('holds a hundred thousand growing keys in full leaves and finds each', () => {
    const map = new SortedMap<number>();
    for (let i = 0; i < 100_000; i++) map.set(String(i).padStart(6, '0'), i);
    expect(map.get('077777')).toBe(77_777);
    expect(map.countBetween('000100', '099900')).toBe(99_800);
    for (let i = 0; i < 100_000; i += 2) map.delete(String(i).padStart(6, '0'));
    expect(collect((visit) => map.ascend('050000', '050010', visit))).toEqual([
      50_001, 50_003, 50_005, 50_007, 50_009,
    ]);
  });
});
