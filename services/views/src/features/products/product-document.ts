import { type Availability, averageRating, type ProductRecord, type ProductView } from '@evenkeel/contracts';

/** The read model of one product: the record, what is left of it, and what people say. */
export interface ProductDocument {
  readonly _id: string;
  readonly slug: string;
  readonly skus: readonly string[];
  readonly product: ProductRecord;
  readonly version: number;
}

/** Made from a record of the catalogue. */
export const productDocument = ({
  product,
  version,
}: Pick<ProductDocument, 'product' | 'version'>): ProductDocument => ({
  _id: product.id,
  slug: product.slug,
  skus: product.variants.map(({ sku }) => sku),
  product,
  version,
});

/** The average with one decimal, the number of reviews, and how many gave each number of stars. */
export function ratingOf(histogram: readonly number[]): ProductView['rating'] {
  const count = histogram.reduce((sum, n) => sum + n, 0);
  const stars = histogram.reduce((sum, n, index) => sum + n * (index + 1), 0);
  return { average: averageRating({ stars, count }), count, histogram: [...histogram] };
}

/** Until inventory has spoken, nothing is promised. */
export const unknownAvailability = (sku: string): Availability => ({
  sku: sku as Availability['sku'],
  state: 'sold-out',
  left: null,
  held: null,
  version: 0,
});
