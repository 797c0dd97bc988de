import type { ProductRecord, ReviewRecord } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';

/** What the owners have, by contract; a test may change it at any time. */
export interface Owned {
  products: { product: ProductRecord; version: number }[];
  reviews: ReviewRecord[];
  stock: { sku: string; onHand: number; reserved: number; version: number }[];
}

interface Only {
  readonly productId?: string | null;
  readonly skus?: readonly string[] | null;
}

/** Owners who answer from memory, a few items a page; `during` runs before each answer. */
export function owners(owned: Owned, during: (action: string) => Promise<void> = () => Promise.resolve()) {
  const lists: Record<string, (only: Only) => readonly unknown[]> = {
    'catalog.list-products': ({ productId: id }) =>
      owned.products.filter(({ product }) => !id || product.id === id),
    'catalog.list-reviews': ({ productId: id }) =>
      owned.reviews.filter(({ productId }) => !id || productId === id),
    'inventory.list-stock': ({ skus }) => owned.stock.filter(({ sku }) => !skus || skus.includes(sku)),
  };
  const call = async (
    definition: { name: string },
    input: { first?: number; after?: string | null } & Only,
  ) => {
    await during(definition.name);
    const from = Number(input.after ?? 0);
    const to = from + Math.min(20, input.first ?? 20);
    const list = lists[definition.name]?.(input) ?? [];
    const cursors = list.slice(from, to).map((_, i) => String(from + i + 1));
    return { items: list.slice(from, to), cursors, next: to < list.length ? String(to) : null };
  };
  return call as House['call'];
}

/** The opening stock of products, as inventory lists it. */
export const openingStock = (products: readonly ProductRecord[]): Owned['stock'] =>
  products.flatMap(({ variants }) =>
    variants.map(({ sku, openingStock: onHand }) => ({ sku, onHand, reserved: 0, version: 1 })),
  );
