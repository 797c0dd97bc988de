import { averageRating } from '@evenkeel/contracts';
import type { LiftPart, ProductPart, RatingPart, StockPart } from './parts.js';

export interface KnownParts {
  readonly product: { readonly version: number; readonly body: ProductPart };
  /** By SKU; a SKU of which nothing was heard counts as sold out. */
  readonly stock: ReadonlyMap<string, { readonly version: number; readonly body: StockPart }>;
  readonly rating: { readonly body: RatingPart } | undefined;
  /** Lifts the version above that of a document that somebody else wrote. */
  readonly lift?: { readonly body: LiftPart } | undefined;
}

export type ProductDocument = ReturnType<typeof productDocument>;

/** Leaves room below each version of the product for the versions of everything else. */
const BELOW = 2 ** 32;

/** What is indexed of a product, from all that is known of it. */
export function productDocument({ product, stock, rating }: KnownParts) {
  const { count, stars } = rating?.body ?? { count: 0, stars: 0 };
  return {
    ...product.body.face,
    rating: averageRating({ stars, count }),
    reviews: count,
    inStock: product.body.skus.some((sku) => isForSale(stock.get(sku)?.body)),
  };
}

/**
 * The version of the whole: no part ever goes back, so it grows with each of them, and whoever composes from older
 * parts loses against whoever saw the newer ones. SKUs only change with the product's own version, which weighs most.
 */
export function documentVersion({ product, stock, rating, lift }: KnownParts): number {
  const versions = product.body.skus.map((sku) => stock.get(sku)?.version ?? 0);
  const others = [...versions, rating?.body.count ?? 0, lift?.body.by ?? 0];
  return product.version * BELOW + others.reduce((sum, version) => sum + version, 0);
}

/** The version of the product from which a document of this version was made. */
export const productVersionOf = (version: number): number => Math.floor(version / BELOW);

/** Whether anything of it can be bought. */
const isForSale = (stock: StockPart | undefined): boolean =>
  stock !== undefined && stock.state !== 'sold-out';
