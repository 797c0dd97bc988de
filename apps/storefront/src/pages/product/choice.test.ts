import { describe, expect, it } from 'vitest';
import { openingVariant, pricedApart, valueState } from './choice.js';

type Stock = 'IN_STOCK' | 'LOW' | 'SOLD_OUT';
const variant = (height: string, glaze: string, minor: number, stock: Stock = 'IN_STOCK') => ({
  sku: `${height}-${glaze}`,
  options: [
    { option: 'glaze', key: glaze },
    { option: 'height', key: height },
  ],
  price: { minor },
  stock,
});
const lamp = [
  variant('64', 'sea', 12_500, 'SOLD_OUT'),
  variant('52', 'sea', 9_600),
  variant('52', 'ink', 9_600),
  variant('38', 'sea', 7_200),
  variant('38', 'bone', 7_200),
];
const sea52 = lamp[1] as (typeof lamp)[number];
const glaze = { key: 'glaze', values: [{ key: 'sea' }, { key: 'ink' }, { key: 'bone' }] };
const height = { key: 'height', values: [{ key: '38' }, { key: '52' }, { key: '64' }] };

describe('the variant a page opens with', () => {
  it('is the one its address names', () => {
    expect(openingVariant(lamp, '38-bone')?.sku).toBe('38-bone');
  });
  it('is the first that can be bought when the address names none that is made', () => {
    expect(openingVariant(lamp, 'no-such')?.sku).toBe('52-sea');
  });
  it('is the first one when all are sold out', () => {
    expect(openingVariant([variant('64', 'sea', 1, 'SOLD_OUT')], undefined)?.sku).toBe('64-sea');
  });
});

describe('a value beside the other choices', () => {
  it('can be had', () => {
    expect(valueState(lamp, sea52, 'glaze', 'ink')).toMatchObject({ kind: 'made', soldOut: false });
  });
  it('can be sold out and is then still made', () => {
    expect(valueState(lamp, sea52, 'height', '64')).toMatchObject({ kind: 'made', soldOut: true });
  });
  it('names what to choose instead when it is not made', () => {
    expect(valueState(lamp, sea52, 'glaze', 'bone')).toMatchObject({
      kind: 'not-made',
      instead: { sku: '38-bone' },
    });
  });
});

it('puts a price on each value only where it makes a difference', () => {
  expect(pricedApart(lamp, sea52, height)).toBe(true);
  expect(pricedApart(lamp, sea52, glaze)).toBe(false);
});
