import type { Sku } from '@evenkeel/kernel';
import type { ProductRecord, VariantRecord } from './product.js';

/** What a line of a cart or an order shows of a SKU. */
export interface LineFace {
  readonly sku: Sku;
  readonly productId: string;
  readonly slug: string;
  readonly title: ProductRecord['title'];
  /** The choices in words, such as "Sea, 52 cm"; empty for a product without options. */
  readonly choice: { readonly en: string; readonly zh: string };
  readonly picture: string;
}

/** The face of one variant of a product: the same in a cart and in an order. */
export function lineFace(product: ProductRecord, variant: VariantRecord): LineFace {
  const chosen = product.options.flatMap((option) => {
    const value = option.values.find(({ key }) => key === variant.options[option.key]);
    return value ? [value.label] : [];
  });
  return {
    sku: variant.sku as Sku,
    productId: product.id,
    slug: product.slug,
    title: product.title,
    choice: {
      en: chosen.map((label) => label.en).join(', '),
      zh: chosen.map((label) => label.zh).join('，'),
    },
    picture: variant.picture ?? product.pictures[0]?.key ?? '',
  };
}
