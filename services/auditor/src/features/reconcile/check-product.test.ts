import { expect, test } from 'vitest';
import { PRODUCT, productFile } from '../../testing/product-file.js';
import { checkSearch } from './check-product.js';

type Given = Parameters<typeof productFile>[0];

test('a product of which search says what its owners say is no finding', () => {
  expect(checkSearch(productFile({}))).toEqual([]);
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
