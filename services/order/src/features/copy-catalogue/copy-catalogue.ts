import { lineFace, type ProductRecord } from '@evenkeel/contracts';
import type { CatalogueRow } from '../../store/catalogue-store.js';

/** What the order service keeps of a product: one entry a SKU, as the line it would become. */
export const toCatalogueRows = (product: ProductRecord, version: number): CatalogueRow[] =>
  product.variants.map((variant) => ({
    productId: product.id,
    version,
    entry: { line: lineFace(product, variant), prices: variant.prices },
  }));
