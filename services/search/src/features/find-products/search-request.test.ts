import { type ActionInput, isProblem, searchProducts } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.js';
import { facetAggregations } from './facets.js';
import { filtersOf } from './filters.js';
import { pageOf, searchRequest } from './search-request.js';

const asked = (input: Partial<ActionInput<typeof searchProducts>> = {}) =>
  searchProducts.input.parse({ locale: 'en', currency: 'USD', ...input });
const firstPage = { fit: 'close', after: undefined } as const;

test('a list without facets filters in the query and brings ids only', () => {
  const request = searchRequest(
    asked({ facets: false, filter: { brands: ['oakum'], inStockOnly: true } }),
    firstPage,
  );
  expect(request).toMatchObject({
    _source: false,
    size: 25,
    query: { bool: { filter: [{ terms: { brand: ['oakum'] } }, { term: { inStock: true } }] } },
  });
  expect(request).not.toHaveProperty('aggs');
  expect(request).not.toHaveProperty('post_filter');
});

test('with facets the filters come after, so that each facet can leave out its own', () => {
  const input = asked({ filter: { brands: ['oakum'], specs: { material: ['oak', 'ash'] }, priceTo: 5_000 } });
  expect(searchRequest(input, firstPage).post_filter).toMatchObject({ bool: { filter: { length: 3 } } });
  const facets = facetAggregations(filtersOf(input), 'USD');
  const filtersOn = (name: string) => JSON.stringify(facets[name]?.filter);
  expect(filtersOn('brands')).not.toContain('oakum');
  expect(filtersOn('brands')).toContain('material:oak');
  expect(filtersOn('spec:material')).not.toContain('material:oak');
  expect(filtersOn('specs')).toContain('material:oak');
  expect(filtersOn('price')).not.toContain('price.USD');
  expect(filtersOn('departments')).toContain('price.USD');
});

test('an open end of a span is left out, and so is a span without ends', () => {
  const spans = (filter: object) => filtersOf(asked({ filter })).map(({ query }) => query?.range);
  expect(spans({ priceFrom: 100, priceTo: null })).toEqual([{ 'price.USD': { gte: 100 } }]);
  expect(spans({ priceFrom: 100, priceTo: 200 })).toEqual([{ 'price.USD': { gte: 100, lte: 200 } }]);
  expect(spans({ priceFrom: null, ratingFrom: null })).toEqual([]);
});

test('every order ends in the id', () => {
  for (const sort of searchProducts.input.shape.sort.unwrap().options) {
    const order = searchRequest(asked({ sort, text: 'lamp' }), firstPage).sort;
    expect(Array.isArray(order) && order.at(-1), sort).toEqual({ productId: 'asc' });
  }
});

test('a cursor brings back its place, and a foreign one is refused', () => {
  const values = [12.5, 300, 'id'];
  const cursor = writeCursor({ sort: 'relevance', fit: 'loose', values });
  expect(readCursor(cursor, 'relevance', 3)).toEqual({ fit: 'loose', values });
  expect(pageOf(asked({ text: 'lamp', after: cursor }))).toEqual({ fit: 'loose', after: values });
  const others = [
    { after: cursor, sort: 'newest' as const },
    { after: cursor },
    { after: 'nonsense', text: 'lamp' },
    { after: writeCursor({ sort: 'relevance', fit: 'close', values: ['x', 1, 'id'] }), text: 'lamp' },
  ];
  for (const input of others) expect(refusal(() => pageOf(asked(input)))).toBe(true);
});

function refusal(run: () => unknown): boolean {
  try {
    run();
  } catch (error) {
    return isProblem(error, 'house.invalid-input');
  }
  return false;
}
