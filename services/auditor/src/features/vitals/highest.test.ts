import { beforeEach, expect, test } from 'vitest';
import { Highest } from './highest.js';

const PAGE = 2;
let highest: Highest;
let shown: Record<string, number>;
let asked: (string | null)[];
beforeEach(() => {
  highest = new Highest('search');
  shown = { a: 1, b: 1, c: 1, d: 1, e: 1 };
  asked = [];
});

const look = async () => {
  const found = await highest.look((after) => {
    asked.push(after);
    const left = Object.keys(shown)
      .sort()
      .filter((id) => after === null || id > after);
    const page = left.slice(0, PAGE);
    const items = page.map((productId) => ({ productId, version: shown[productId] ?? 0 }));
    return Promise.resolve({ items, next: left.length > PAGE ? (page.at(-1) ?? null) : null });
  });
  return found.map(({ invariant, subject }) => `${invariant} ${subject}`);
};
const round = async () => [await look(), await look(), await look()];

test('everything is looked at, a page at a time, and then from the beginning', async () => {
  await round();
  await round();
  expect(asked).toEqual([null, 'b', 'd', null, 'b', 'd']);
});

test('a version that goes back is told until it is as high as it was, and the rest is looked at meanwhile', async () => {
  shown = { ...shown, c: 7 };
  await round();
  shown = { ...shown, c: 6 };
  expect(await look()).toEqual([]);
  expect(await look()).toEqual(['R2 search c']);
  expect([await look(), await look(), await look()]).toEqual(Array(3).fill(['R2 search c']));
  expect(asked.slice(3)).toEqual([null, 'b', 'b', 'd', null]);
  shown = { ...shown, c: 7 };
  expect(await look()).toEqual([]);
});

test('what passes before the next look is not told again', async () => {
  shown = { ...shown, a: 7 };
  await round();
  shown = { ...shown, a: 6 };
  expect(await look()).toEqual(['R2 search a']);
  shown = { ...shown, a: 7 };
  expect(await look()).toEqual([]);
});

test('what is not shown any more is not behind', async () => {
  shown = { ...shown, e: 7 };
  await round();
  shown = { ...shown, e: 6 };
  await round();
  const { e: _, ...rest } = shown;
  shown = rest;
  expect(await look()).toEqual([]);
});

test('what was repaired is measured from then on', async () => {
  shown = { ...shown, a: 999 };
  await round();
  shown = { ...shown, a: 3 };
  highest.forget('a');
  expect(await look()).toEqual([]);
  await round();
  shown = { ...shown, a: 2 };
  expect((await round()).flat()).toContain('R2 search a');
});
