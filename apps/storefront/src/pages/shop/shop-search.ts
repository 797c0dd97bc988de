/** The ways to sort, as they stand in the address. */
export const SORTS = ['relevance', 'popular', 'newest', 'price-asc', 'price-desc', 'rating'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list shows, as its address says it. Nothing that is at its default stands in the address. */
export interface ShopSearch {
  q?: string;
  department?: readonly string[];
  brand?: readonly string[];
  colour?: readonly string[];
  /** Whole units of the shopper's currency, either side may be open: "12-60", "12-", "-60". */
  price?: string;
  /** At least so many stars. */
  rating?: number;
  /** Only what can be bought now. */
  stock?: 'in';
  sort?: Sort;
  /** How many pages are open, so that the address keeps the place. */
  page?: number;
}

const MOST_PAGES = 50;

function words(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  const known = [...new Set(list.filter((word) => /^[a-z0-9-]{1,60}$/.test(word)))];
  return known.length > 0 ? known : undefined;
}

function wholeNumber(value: unknown, from: number, to: number): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number >= from && number <= to ? number : undefined;
}

/** Reads an address, however it was typed: what makes no sense is left out, never an error. */
export function readShopSearch(raw: Record<string, unknown>): ShopSearch {
  const q = typeof raw.q === 'string' ? raw.q.trim().slice(0, 200) : '';
  const department = words(raw.department);
  const brand = words(raw.brand);
  const colour = words(raw.colour);
  const price = typeof raw.price === 'string' && readPrice(raw.price) ? raw.price : undefined;
  const rating = wholeNumber(raw.rating, 1, 5);
  const sort = SORTS.find((name) => name === raw.sort);
  const page = wholeNumber(raw.page, 2, MOST_PAGES);
  return {
    ...(q && { q }),
    ...(department && { department }),
    ...(brand && { brand }),
    ...(colour && { colour }),
    ...(price && { price }),
    ...(rating && { rating }),
    ...(raw.stock === 'in' && { stock: 'in' as const }),
    ...(sort && { sort }),
    ...(page && { page }),
  };
}

export interface PriceSpan {
  readonly from?: number;
  readonly to?: number;
}

/** Reads "12-60" as whole units; undefined where it is no span. */
export function readPrice(text: string): PriceSpan | undefined {
  const [, from = '', to = ''] = /^(\d{0,7})-(\d{0,7})$/.exec(text) ?? [];
  if (from === '' && to === '') return undefined;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  return { ...(from !== '' && { from: Number(from) }), ...(to !== '' && { to: Number(to) }) };
}

export function writePrice({ from, to }: PriceSpan): string | undefined {
  return from === undefined && to === undefined ? undefined : `${from ?? ''}-${to ?? ''}`;
}

/** The search with one thing changed; every change starts again at the first page. */
export function changed(search: ShopSearch, change: Partial<Record<keyof ShopSearch, unknown>>): ShopSearch {
  const { page: _page, ...rest } = search;
  return readShopSearch({ ...rest, ...change });
}

/** Adds a word to one of the lists, or takes it out. */
export function toggled(
  search: ShopSearch,
  list: 'department' | 'brand' | 'colour',
  word: string,
): ShopSearch {
  const before = search[list] ?? [];
  const after = before.includes(word) ? before.filter((other) => other !== word) : [...before, word];
  return changed(search, { [list]: after });
}

/** Only the words that were searched for and the order; every filter gone. */
export function withoutFilters({ q, sort }: ShopSearch): ShopSearch {
  return { ...(q && { q }), ...(sort && { sort }) };
}

/** How many filters are on. */
export function filterCount(search: ShopSearch): number {
  const lists = [search.department, search.brand, search.colour];
  const single = [search.price, search.rating, search.stock];
  return (
    lists.reduce((sum, list) => sum + (list?.length ?? 0), 0) +
    single.filter((one) => one !== undefined).length
  );
}
