import { expect, test } from 'vitest';
import { fullCart, productView } from '../../testing/samples.js';
import { noticesOf } from './cart-notices.js';

test('a changed price, little stock and none are told, each for its line', () => {
  const [low] = productView().availability;
  const notices = noticesOf(fullCart(), [null, low ?? null], 'en');
  expect(notices.map(({ kind, sku, priceWas, left }) => ({ kind, sku, priceWas, left }))).toEqual([
    { kind: 'PRICE_CHANGED', sku: 'LMP-T-SEA', priceWas: { minor: 6_000, currency: 'USD' }, left: null },
    { kind: 'SOLD_OUT', sku: 'LMP-T-SEA', priceWas: null, left: null },
    { kind: 'LOW_STOCK', sku: 'LMP-T-INK', priceWas: null, left: 3 },
  ]);
});

test('what is in stock at its old price is not worth a word', () => {
  const cart = fullCart();
  const line = cart.lines[1];
  if (!line) throw new Error('The sample has two lines');
  const plenty = { sku: line.sku, state: 'in-stock', left: null, held: null, version: 1 } as const;
  expect(noticesOf({ ...cart, lines: [line] }, [plenty], 'en')).toEqual([]);
});
