import type { SearchPart, ShelfPart } from '@evenkeel/contracts';
import type { Sku } from '@evenkeel/kernel';
import type { OwnedProduct, ProductFile } from '../features/reconcile/product-file.js';

export const PRODUCT = '0190a1b2-0000-7000-8000-0000000000c0';
const shown = {
  version: 2,
  title: { en: 'Cup', zh: '杯' },
  prices: { CNY: [9_900], USD: [1_290] },
};

const owned: OwnedProduct = {
  product: {
    id: PRODUCT,
    title: shown.title,
    variants: [{ sku: 'CUP', prices: { CNY: 9_900, USD: 1_290 } }],
  } as unknown as OwnedProduct['product'],
  version: shown.version,
  stock: [{ sku: 'CUP' as Sku, state: 'in-stock', left: null, held: null, version: 7 }],
  rating: { count: 3, stars: 14 },
};
const search: SearchPart = {
  productId: PRODUCT,
  ...shown,
  rating: 4.7,
  reviews: 3,
  inStock: true,
  revision: 9,
};
const shelf: ShelfPart = {
  productId: PRODUCT,
  ...shown,
  rating: 4.7,
  reviews: 3,
  listed: 3,
  // Of what nobody sees, nobody is told.
  stock: owned.stock.map((one) => ({ ...one, version: one.version - 1 })),
};

/** The file of a product of which everybody says the same, with some sides changed; null for who does not know it. */
export const productFile = (given: {
  readonly owned?: Partial<OwnedProduct> | null;
  readonly search?: Partial<SearchPart> | null;
  readonly shelf?: Partial<ShelfPart> | null;
}): ProductFile => ({
  productId: PRODUCT,
  owned: given.owned === null ? null : { ...owned, ...given.owned },
  search: given.search === null ? null : { ...search, ...given.search },
  shelf: given.shelf === null ? null : { ...shelf, ...given.shelf },
});
