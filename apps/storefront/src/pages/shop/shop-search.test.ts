import { describe, expect, it } from 'vitest';
import { parseAddress, writeAddress } from '../../app/search-params.js';
import { changed, filterCount, readPrice, readShopSearch, toggled, withoutFilters } from './shop-search.js';

const read = (query: string) => readShopSearch(parseAddress(query));

describe('the address of a list', () => {
  it('says everything that the list shows, and can be read back', () => {
    const query =
      '?q=cup&department=tea,kitchen&brand=long-pour&colour=sea&price=12-60&rating=4&stock=in&sort=price-asc&page=3';
    const search = read(query);
    expect(search).toEqual({
      q: 'cup',
      department: ['tea', 'kitchen'],
      brand: ['long-pour'],
      colour: ['sea'],
      price: '12-60',
      rating: 4,
      stock: 'in',
      sort: 'price-asc',
      page: 3,
    });
    expect(writeAddress(search as Record<string, unknown>)).toBe(query);
  });

  it('leaves out what makes no sense instead of failing', () => {
    expect(
      read('?department=Tea;drop&price=60-12&rating=9&stock=out&sort=cheapest&page=0&other=1&q=%20'),
    ).toEqual({});
  });

  it('keeps a search in any script', () => {
    expect(read(writeAddress({ q: '茶壶 & 杯' }))).toEqual({ q: '茶壶 & 杯' });
  });

  it('reads a price that is open at one side', () => {
    expect(readPrice('12-')).toEqual({ from: 12 });
    expect(readPrice('-60')).toEqual({ to: 60 });
    expect(readPrice('-')).toBeUndefined();
  });
});

describe('changing a list', () => {
  const search = read('?q=cup&department=tea&sort=rating&page=4');

  it('starts again at the first page', () => {
    expect(changed(search, { rating: 4 })).toEqual({
      q: 'cup',
      department: ['tea'],
      rating: 4,
      sort: 'rating',
    });
  });

  it('adds and takes out one word of a list', () => {
    const both = toggled(search, 'department', 'kitchen');
    expect(both.department).toEqual(['tea', 'kitchen']);
    expect(toggled(toggled(both, 'department', 'tea'), 'department', 'kitchen').department).toBeUndefined();
  });

  it('clears the filters, not the search', () => {
    expect(withoutFilters(search)).toEqual({ q: 'cup', sort: 'rating' });
  });

  it('counts the filters that are on', () => {
    expect(filterCount(read('?department=tea,home&colour=sea&price=1-2&stock=in&q=x&sort=rating'))).toBe(5);
  });
});
