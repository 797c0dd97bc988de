import type { Availability, ShelfPart, WholeProduct } from '@evenkeel/contracts';
import { type ProductDocument, productDocument, ratingOf, unknownAvailability } from './product-document.js';

/** All that is kept of one product. What somebody else wrote may lack anything. */
export interface Shelf {
  readonly document: Partial<ProductDocument> & Pick<ProductDocument, '_id'>;
  /** By variant. */
  readonly stock: ReadonlyMap<string, Availability>;
  readonly histogram: readonly number[];
  /** Reviews that are listed. */
  readonly listed: number;
}

/** How many ratings gave each number of stars. */
function histogramOf(ratings: readonly number[]): number[] {
  return [1, 2, 3, 4, 5].map((stars) => ratings.filter((rating) => rating === stars).length);
}

/** What would be kept of a product of which everything was heard. */
export const shelfOf = (whole: WholeProduct): Shelf => ({
  document: productDocument(whole),
  stock: new Map(whole.stock.map((one) => [one.sku, one])),
  histogram: histogramOf(whole.reviews.map(({ rating }) => rating)),
  listed: whole.reviews.length,
});

/** What can be held against the owners. */
export function toShelfPart({ document, stock, histogram, listed }: Shelf): ShelfPart {
  const { _id, product, version = 0, skus = [] } = document;
  const variants = product?.variants ?? [];
  const { average, count } = ratingOf(histogram);
  return {
    productId: _id,
    version,
    title: { en: product?.title?.en ?? '', zh: product?.title?.zh ?? '' },
    prices: {
      CNY: variants.map(({ prices }) => prices?.CNY ?? 0),
      USD: variants.map(({ prices }) => prices?.USD ?? 0),
    },
    rating: average,
    reviews: count,
    stock: skus.map((sku) => stock.get(sku) ?? unknownAvailability(sku)),
    listed,
  };
}
