import type { OrderId, Sku } from '@evenkeel/kernel';
import { describe, expect, test } from 'vitest';
import { stocked, tryFor } from '../../testing/remembered-stock.js';

const [one, two, three] = ['1', '2', '3'] as [OrderId, OrderId, OrderId];
const cup = 'CUP' as Sku;
const pot = 'POT' as Sku;
const cancel = (orderId: OrderId, round = 1) => ({ type: 'cancel', orderId, round }) as const;
const confirm = (orderId: OrderId, round = 1) => ({ type: 'confirm', orderId, round }) as const;
const bringBack = (orderId: OrderId) => ({ type: 'bring-back', orderId }) as const;

describe('a try', () => {
  test('holds all lines of an order or none', () => {
    const shop = stocked({ CUP: 5, POT: 1 });
    const { said } = shop.batch(tryFor(one, { CUP: 2, POT: 2 }));
    expect(said).toHaveLength(1);
    expect(said[0]?.data).toEqual({
      orderId: one,
      round: 1,
      shortages: [{ sku: pot, wanted: 2, available: 1 }],
    });
    expect(shop.stock.get(cup)?.reserved).toBe(0);
  });

  test('adds up a SKU that is on two lines', () => {
    const shop = stocked({ CUP: 3 });
    const lines = [
      { sku: cup, quantity: 2 },
      { sku: cup, quantity: 2 },
    ];
    const { said } = shop.batch({ type: 'try', orderId: one, round: 1, lines, holdSeconds: 900 });
    expect(said[0]?.data).toMatchObject({ shortages: [{ sku: cup, wanted: 4, available: 3 }] });
  });

  test('is decided in the order of arrival within its batch', () => {
    const shop = stocked({ CUP: 3 });
    expect(shop.says(tryFor(one, { CUP: 2 }), tryFor(two, { CUP: 2 }), tryFor(three, { CUP: 1 }))).toEqual([
      'stock-reserved',
      'stock-refused',
      'stock-reserved',
    ]);
  });

  test('finds what a cancel before it in the same batch gave back', () => {
    const shop = stocked({ CUP: 1 });
    shop.batch(tryFor(one, { CUP: 1 }));
    expect(shop.says(cancel(one), tryFor(two, { CUP: 1 }))).toEqual(['stock-released', 'stock-reserved']);
    expect(shop.stock.get(cup)).toMatchObject({ reserved: 1, version: 4 });
  });

  test('of a SKU that nobody knows is short of all of it', () => {
    const { said } = stocked({}).batch(tryFor(one, { GHOST: 1 }));
    expect(said[0]?.data).toMatchObject({ shortages: [{ sku: 'GHOST', wanted: 1, available: 0 }] });
  });

  test('is answered as the first time when it comes again, and holds nothing more', () => {
    const shop = stocked({ CUP: 3 });
    shop.batch(tryFor(one, { CUP: 2 }), tryFor(two, { CUP: 2 }));
    expect(shop.says(tryFor(one, { CUP: 2 }), tryFor(two, { CUP: 2 }))).toEqual([
      'stock-reserved',
      'stock-refused',
    ]);
    expect(shop.stock.get(cup)).toMatchObject({ reserved: 2, version: 2 });
  });

  test('stays refused when it comes again after stock came back', () => {
    const shop = stocked({ CUP: 1 });
    shop.batch(tryFor(one, { CUP: 1 }), tryFor(two, { CUP: 1 }));
    shop.batch(cancel(one));
    expect(shop.says(tryFor(two, { CUP: 1 }))).toEqual(['stock-refused']);
  });

  test('of the next round is decided anew', () => {
    const shop = stocked({ CUP: 1 });
    shop.batch(tryFor(one, { CUP: 1 }), cancel(one));
    expect(shop.says(tryFor(one, { CUP: 1 }, 2))).toEqual(['stock-reserved']);
  });
});

describe('a cancel', () => {
  test('that comes before its try refuses the try', () => {
    const shop = stocked({ CUP: 1 });
    expect(shop.says(cancel(one))).toEqual(['stock-released']);
    const { said, paths } = shop.batch(tryFor(one, { CUP: 1 }));
    expect(said.map((s) => s.data)).toEqual([{ orderId: one, round: 1, shortages: [] }]);
    expect(paths.get('try-after-cancel')).toBe(1);
    expect(shop.stock.get(cup)?.reserved).toBe(0);
  });

  test('gives back once, however often it comes', () => {
    const shop = stocked({ CUP: 1 });
    shop.batch(tryFor(one, { CUP: 1 }));
    expect(shop.says(cancel(one), cancel(one))).toEqual(['stock-released', 'stock-released']);
    expect(shop.stock.get(cup)).toMatchObject({ onHand: 1, reserved: 0, version: 3 });
  });

  test('leaves what is sold as it is', () => {
    const shop = stocked({ CUP: 1 });
    shop.batch(tryFor(one, { CUP: 1 }), confirm(one));
    expect(shop.says(cancel(one))).toEqual([]);
    expect(shop.outcome(one)).toBe('confirmed');
  });
});

describe('a confirm', () => {
  test('takes what is held off the shelf, and says so again when it comes again', () => {
    const shop = stocked({ CUP: 3 });
    shop.batch(tryFor(one, { CUP: 2 }));
    expect(shop.says(confirm(one), confirm(one))).toEqual(['stock-confirmed', 'stock-confirmed']);
    expect(shop.stock.get(cup)).toEqual({ sku: cup, onHand: 1, reserved: 0, version: 3 });
  });

  test.each([
    ['was cancelled', [cancel(one)]],
    ['has expired', [{ type: 'expire', orderId: one, round: 1 } as const]],
  ])('of a hold that %s is refused', (_, before) => {
    const shop = stocked({ CUP: 1 });
    shop.batch(tryFor(one, { CUP: 1 }), ...before);
    expect(shop.says(confirm(one))).toEqual(['stock-confirm-refused']);
    expect(shop.stock.get(cup)).toMatchObject({ onHand: 1, reserved: 0 });
  });

  test('of a round that was never tried is refused, and so is its late try', () => {
    const shop = stocked({ CUP: 1 });
    expect(shop.says(confirm(one), tryFor(one, { CUP: 1 }))).toEqual([
      'stock-confirm-refused',
      'stock-refused',
    ]);
  });
});

describe('a refund', () => {
  test('puts what was sold back on the shelf, once', () => {
    const shop = stocked({ CUP: 2 });
    shop.batch(tryFor(one, { CUP: 2 }), confirm(one));
    const { said } = shop.batch(bringBack(one), bringBack(one));
    expect(said.map((s) => [s.definition.type, s.aggregateVersion])).toEqual([
      ['inventory.stock-returned', 3],
      ['inventory.availability-changed', 4],
    ]);
    expect(said[0]?.data).toEqual({ orderId: one, lines: [{ sku: cup, quantity: 2 }] });
    expect(shop.stock.get(cup)).toMatchObject({ onHand: 2, reserved: 0 });
    expect(shop.outcome(one)).toBe('returned');
  });

  test('that comes before its sale gives the hold back, and the sale is silent', () => {
    const shop = stocked({ CUP: 1 });
    shop.batch(tryFor(one, { CUP: 1 }));
    expect(shop.says(bringBack(one))).toEqual(['stock-released']);
    const { said, paths } = shop.batch(confirm(one));
    expect(said).toEqual([]);
    expect(paths.get('confirm-after-refund')).toBe(1);
    expect(shop.stock.get(cup)).toMatchObject({ onHand: 1, reserved: 0 });
  });

  test('that comes before everything lets no later try hold anything', () => {
    const shop = stocked({ CUP: 1 });
    expect(shop.says(bringBack(one), tryFor(one, { CUP: 1 }))).toEqual(['stock-refused']);
  });
});

describe('what shoppers are told', () => {
  const seen = (...inputs: Parameters<ReturnType<typeof stocked>['batch']>) => {
    const shop = stocked({ CUP: 8 });
    return shop
      .batch(...inputs)
      .said.filter(({ definition }) => definition.type === 'inventory.availability-changed')
      .map(({ data }) => data);
  };

  test('is nothing while there is plenty', () => {
    expect(seen(tryFor(one, { CUP: 2 }))).toEqual([]);
  });

  test('is one word for a batch, at the version that the row ends with', () => {
    expect(seen(tryFor(one, { CUP: 2 }), tryFor(two, { CUP: 2 }), tryFor(three, { CUP: 4 }))).toEqual([
      { sku: cup, state: 'sold-out', left: null, held: 8, version: 4 },
    ]);
  });

  test('has the number only when it is low', () => {
    expect(seen(tryFor(one, { CUP: 3 }))).toEqual([{ sku: cup, state: 'low', left: 5, held: 3, version: 2 }]);
  });

  test('is nothing when a batch ends where it began', () => {
    expect(seen(tryFor(one, { CUP: 8 }), cancel(one))).toEqual([]);
  });
});

test('opening stock is put on the shelf once', () => {
  const shop = stocked({ CUP: 3 });
  shop.batch({ type: 'supply', variants: [{ sku: cup, openingStock: 99 }] });
  expect(shop.stock.get(cup)).toEqual({ sku: cup, onHand: 3, reserved: 0, version: 1 });
});
