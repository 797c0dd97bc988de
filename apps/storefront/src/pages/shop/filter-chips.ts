import type { Facets } from './shop.query.js';
import { changed, readPrice, type ShopSearch, toggled } from './shop-search.js';

export interface FilterChip {
  readonly key: string;
  readonly label: string;
  /** The list without this filter. */
  readonly without: ShopSearch;
}

interface Words {
  price: (span: { from?: number; to?: number }) => string;
  stars: (stars: number) => string;
  inStock: string;
}

/** The filters that are on, each with the way to take it off. A value the list does not know shows its key. */
export function filterChips(search: ShopSearch, facets: Facets | undefined, words: Words): FilterChip[] {
  const named = (
    list: 'department' | 'brand' | 'colour',
    values: readonly { key: string; label: string }[] = [],
  ) =>
    (search[list] ?? []).map((key) => ({
      key: `${list}-${key}`,
      label: values.find((value) => value.key === key)?.label ?? key,
      without: toggled(search, list, key),
    }));
  const span = search.price ? readPrice(search.price) : undefined;
  return [
    ...named('department', facets?.departments),
    ...named('brand', facets?.brands),
    ...named('colour', facets?.colours),
    ...(span
      ? [{ key: 'price', label: words.price(span), without: changed(search, { price: undefined }) }]
      : []),
    ...(search.rating
      ? [
          {
            key: 'rating',
            label: words.stars(search.rating),
            without: changed(search, { rating: undefined }),
          },
        ]
      : []),
    ...(search.stock
      ? [{ key: 'stock', label: words.inStock, without: changed(search, { stock: undefined }) }]
      : []),
  ];
}
