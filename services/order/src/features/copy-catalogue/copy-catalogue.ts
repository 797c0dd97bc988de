import type { ProductRecord } from '@evenkeel/contracts';
import type { Sku } from '@evenkeel/kernel';
import type { CatalogueRow } from '../../store/catalogue-store.js';

/** What the order service keeps of a product: one entry a SKU, as the line it would become. */
export function toCatalogueRows(product: ProductRecord, version: number): CatalogueRow[] {
  return product.variants.map((variant) => {
    const chosen = product.options.map((option) =>
      option.values.find((value) => value.key === variant.options[option.key]),
    );
    const words = (locale: 'en' | 'zh') =>
      chosen
        .map((value) => value?.label[locale])
        .filter((label) => label !== undefined)
        .join(locale === 'en' ? ', ' : '，');
    return {
      productId: product.id,
      version,
      entry: {
        line: {
          sku: variant.sku as Sku,
          productId: product.id,
          slug: product.slug,
          title: product.title,
          choice: { en: words('en'), zh: words('zh') },
          picture: variant.picture ?? product.pictures[0]?.key ?? '',
        },
        prices: variant.prices,
      },
    };
  });
}
