import type { Cart, CouponTerms } from '@evenkeel/contracts';
import type { Currency, Sku } from '@evenkeel/kernel';

/** Prices in minor units by currency. */
export type Prices = Readonly<Record<Currency, number>>;

/** What the cart service keeps of a SKU: what its line shows, and what it costs. */
export interface CatalogueEntry {
  readonly line: Pick<Cart['lines'][number], 'sku' | 'productId' | 'slug' | 'title' | 'choice' | 'picture'>;
  readonly prices: Prices;
  readonly version: number;
}

export interface StoredLine {
  readonly sku: Sku;
  readonly quantity: number;
  /** What it cost when it was put in. */
  readonly prices: Prices;
}

/** A shopper's cart as it is stored: wishes, not promises. */
export interface StoredCart {
  readonly lines: readonly StoredLine[];
  readonly coupon: string | null;
}

export type KnownCoupon = CouponTerms & { readonly version: number };
