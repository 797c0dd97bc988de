import { type CouponTerms, couponPublished, productPublished } from '@evenkeel/contracts';
import { handles } from '@evenkeel/messaging';
import { upsertCatalogue, upsertCoupons } from '../../store/catalogue-store.js';
import { toCatalogueRows } from './copy-catalogue.js';

/** Keeps the order service's copy of products and coupons; the newest version of each wins. */
export const copyCatalogueHandler = handles([productPublished, couponPublished], async (items, work) => {
  const products = new Map<string, ReturnType<typeof toCatalogueRows>[number]>();
  const coupons = new Map<string, { terms: CouponTerms; version: number }>();
  for (const item of items) {
    const version = item.aggregateVersion;
    if (item.type === 'catalog.product-published') {
      for (const row of toCatalogueRows(item.data, version)) {
        if ((products.get(row.entry.line.sku)?.version ?? 0) < version) products.set(row.entry.line.sku, row);
      }
    } else if ((coupons.get(item.data.code)?.version ?? 0) < version) {
      coupons.set(item.data.code, { terms: item.data, version });
    }
  }
  const sorted = [...products.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (sorted.length > 0) work.write(upsertCatalogue(sorted));
  if (coupons.size > 0) work.write(upsertCoupons([...coupons.values()]));
});
