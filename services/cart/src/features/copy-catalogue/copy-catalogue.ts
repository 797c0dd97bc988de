import { eachPage, lineFace, listCoupons, listProducts, type ProductRecord } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { CatalogueEntry } from '../../cart.js';
import type { CatalogueStore } from '../../store/catalogue-store.js';

/** What the cart service keeps of a product: one entry a SKU. */
export const toEntries = (product: ProductRecord, version: number): CatalogueEntry[] =>
  product.variants.map((variant) => ({ line: lineFace(product, variant), prices: variant.prices, version }));

/** Fetches the copy from the owners when Redis is new or was emptied. Returns true when it had to. */
export async function fillCatalogue(house: House, store: CatalogueStore): Promise<boolean> {
  if (await store.isFilled()) return false;
  await eachPage(
    (after) => house.call(listProducts, { first: 100, after }),
    (page) => store.keepEntries(page.flatMap(({ product, version }) => toEntries(product, version))),
  );
  const coupons = await house.call(listCoupons, { first: 100 });
  // The owner does not tell versions here; any event about a coupon is newer than this.
  await store.keepCoupons(coupons.items.map(({ used: _, ...terms }) => ({ terms, version: 0 })));
  await store.markFilled();
  return true;
}
