import type { Availability, ProductRecord, SearchPart, ShelfPart } from '@evenkeel/contracts';

/** What the owners of a product say of it. */
export interface OwnedProduct {
  readonly product: ProductRecord;
  readonly version: number;
  /** By variant; one of which inventory says nothing is left out. */
  readonly stock: readonly Availability[];
  readonly rating: { readonly count: number; readonly stars: number };
}

/** All that anybody shows of one product; null for who does not know it. */
export interface ProductFile {
  readonly productId: string;
  readonly owned: OwnedProduct | null;
  readonly search: SearchPart | null;
  readonly shelf: ShelfPart | null;
}
