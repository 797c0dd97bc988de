import type { Sku } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { PRODUCT, productFile } from '../../testing/product-file.js';
import { checkSearch, checkShelf } from './check-product.js';

type Given = Parameters<typeof productFile>[0];

const cup = { sku: 'CUP' as Sku, state: 'low', left: 2, held: 1, version: 6 } as const;

test('a product of which everybody says what its owners say is no finding', () => {
  expect(checkSearch(productFile({}))).toEqual([]);
  expect(checkShelf(productFile({}))).toEqual([]);
});

test.each<[string, Given, string]>([
  ['search-drifted', { search: { version: 1 } }, 'version'],
  ['search-drifted', { search: { title: { en: 'Pot', zh: '杯' } } }, 'title'],
  ['search-drifted', { search: { prices: { CNY: [9_900], USD: [1] } } }, 'prices'],
  ['search-drifted', { search: { rating: 5 } }, 'rating'],
  ['search-drifted', { search: { reviews: 4 } }, 'rating'],
  ['search-drifted', { search: { inStock: false } }, 'stock'],
  ['search-drifted', { owned: { stock: [] } }, 'stock'],
  ['search-unseen', { search: null }, 'version'],
  ['search-of-nobody', { owned: null }, 'no such product'],
])('%s is found alone, with what each side says', (name, given, said) => {
  const found = checkSearch(productFile(given));
  expect(found).toMatchObject([{ class: name, subject: PRODUCT }]);
  const [evidence, other] = found[0]?.evidence ?? [];
  expect(evidence?.says).toContain(said);
  expect(other?.side).toBe('search');
});

test.each<[string, Given, string]>([
  ['another version', { shelf: { version: 1 } }, 'version'],
  ['another title', { shelf: { title: { en: 'Pot', zh: '杯' } } }, 'title'],
  ['other prices', { shelf: { prices: { CNY: [9_900], USD: [1] } } }, 'prices'],
  ['another rating', { shelf: { rating: 5 } }, 'rating'],
  ['a review that is counted and not listed', { shelf: { listed: 2 } }, 'listed'],
  ['other stock', { shelf: { stock: [cup] } }, 'stock of CUP'],
  [
    'stock that is ahead of its owner',
    { owned: { stock: [{ ...cup, version: 5 }] }, shelf: { stock: [cup] } },
    'stock',
  ],
  ['no stock', { shelf: { stock: [] } }, 'stock of CUP'],
  ['stock that nobody has', { owned: { stock: [] }, shelf: { stock: [cup] } }, 'stock of CUP nothing'],
  ['nothing', { shelf: null }, 'version'],
  ['what nobody owns', { owned: null }, 'no such product'],
])('a page that shows %s has drifted, and both sides are told', (_, given, said) => {
  const found = checkShelf(productFile(given));
  expect(found).toMatchObject([{ class: 'product-drifted', subject: PRODUCT }]);
  const [evidence, other] = found[0]?.evidence ?? [];
  expect(evidence?.says).toContain(said);
  expect(other?.side).toBe('views');
});

test('a variant of which nobody has heard is no finding', () => {
  const unheard = { ...cup, state: 'sold-out', left: null, held: null, version: 0 } as const;
  expect(checkShelf(productFile({ owned: { stock: [] }, shelf: { stock: [unheard] } }))).toEqual([]);
});

test('a reader that goes on shows something else, though it be as wrong', () => {
  const shelf = (version: number) => checkShelf(productFile({ shelf: { stock: [{ ...cup, version }] } }))[0];
  expect(shelf(6)?.shown).not.toBe(shelf(5)?.shown);
  expect(shelf(6)?.shown).toBe(shelf(6)?.shown);
  const search = (revision: number) => checkSearch(productFile({ search: { inStock: false, revision } }))[0];
  expect(search(9)?.shown).not.toBe(search(8)?.shown);
});
