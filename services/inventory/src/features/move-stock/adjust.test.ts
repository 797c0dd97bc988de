import type { OrderId, Sku } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { stocked, tryFor } from '../../testing/remembered-stock.js';

const cup = 'CUP' as Sku;
const adjust = (delta: number, key = 'k', bodyHash = `${delta}`) =>
  ({ type: 'adjust', keyName: key, bodyHash, sku: cup, delta, reason: 'counted again' }) as const;

test('changes what is on hand and shows what came of it', () => {
  const shop = stocked({ CUP: 4 });
  const [done] = shop.batch(adjust(-1)).adjusted;
  expect(done).toMatchObject({
    change: { from: 4, to: 3 },
    answer: {
      kind: 'decided',
      replayed: false,
      result: {
        kind: 'adjusted',
        stock: {
          onHand: 3,
          available: 3,
          sold: 0,
          version: 2,
          movements: [{ kind: 'adjusted', onHandDelta: -1 }],
        },
      },
    },
  });
});

test('never takes away what is held for an order', () => {
  const shop = stocked({ CUP: 4 });
  shop.batch(tryFor('1' as OrderId, { CUP: 3 }));
  const [refused] = shop.batch(adjust(-2)).adjusted;
  expect(refused).toMatchObject({
    change: null,
    answer: { result: { kind: 'below-reserved', available: 1 } },
  });
  expect(shop.stock.get(cup)).toMatchObject({ onHand: 4, version: 2 });
});

test('of a SKU that nobody knows is refused', () => {
  expect(stocked({}).batch(adjust(1)).adjusted[0]?.answer).toMatchObject({ result: { kind: 'unknown-sku' } });
});

test('answers a key as the first time, and refuses it with another body', () => {
  const shop = stocked({ CUP: 4 });
  const { adjusted } = shop.batch(adjust(2), adjust(2), adjust(5, 'k', 'other'));
  const [first, again, other] = adjusted.map(({ answer }) => answer);
  expect(again).toEqual({ ...first, replayed: true });
  expect(other).toEqual({ kind: 'key-reused' });
  expect(shop.stock.get(cup)?.onHand).toBe(6);
});
