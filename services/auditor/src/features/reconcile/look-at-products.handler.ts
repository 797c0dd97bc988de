import {
  type ActionOutput,
  type Availability,
  availabilityOf,
  eachPage,
  listProductPartsOfSearch,
  listProductPartsOfViews,
  listProducts,
  listReviews,
  listStock,
} from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { Difference } from '../../difference.js';
import { checkSearch, checkShelf } from './check-product.js';
import { checkSold, type StockRow } from './check-sold.js';
import type { OwnedProduct, ProductFile } from './product-file.js';

const FIRST = 100;

/** Holds what is shown of every product against its owners. */
export async function lookAtProducts(call: House['call']): Promise<Difference[]> {
  const differences: Difference[] = [];
  const beside = await ownersBeside(call, (row) => void differences.push(...checkSold(row)));
  for (let after: string | null = null; ; ) {
    const owned: ActionOutput<typeof listProducts> = await call(listProducts, { first: FIRST, after });
    const files = await filesOf(call, owned.items.map(beside), { after, upTo: owned.next });
    differences.push(...files.flatMap(checkSearch), ...files.flatMap(checkShelf));
    if (owned.next === null) return differences;
    after = owned.next;
  }
}

/** Adds to a product of the catalogue what inventory and the reviews say of it. */
async function ownersBeside(call: House['call'], look: (row: StockRow) => void) {
  const stock = new Map<string, Availability>();
  await eachPage(
    (after) => call(listStock, { first: FIRST, after }),
    async (rows) => {
      for (const row of rows) {
        look(row);
        stock.set(row.sku, availabilityOf(row));
      }
    },
  );
  const ratings = new Map<string, OwnedProduct['rating']>();
  await eachPage(
    (after) => call(listReviews, { first: FIRST, after }),
    async (reviews) => {
      for (const { productId, rating } of reviews) {
        const { count, stars } = ratings.get(productId) ?? { count: 0, stars: 0 };
        ratings.set(productId, { count: count + 1, stars: stars + rating });
      }
    },
  );
  return ({ product, version }: Pick<OwnedProduct, 'product' | 'version'>): OwnedProduct => ({
    product,
    version,
    stock: product.variants.flatMap(({ sku }) => stock.get(sku) ?? []),
    rating: ratings.get(product.id) ?? { count: 0, stars: 0 },
  });
}

/** The products of a range of ids: those of the catalogue, and what others show beside them. */
async function filesOf(
  call: House['call'],
  owned: readonly OwnedProduct[],
  { after: from, upTo }: { readonly after: string | null; readonly upTo: string | null },
): Promise<ProductFile[]> {
  const files = new Map<string, ProductFile>();
  const put = (productId: string, part: Partial<ProductFile>) =>
    files.set(productId, { ...(files.get(productId) ?? emptyFile(productId)), ...part });
  for (const one of owned) put(one.product.id, { owned: one });
  const page = (after: string | null) => ({ first: FIRST, after: after ?? from, upTo });
  await eachPage(
    (after) => call(listProductPartsOfSearch, page(after)),
    async (parts) => parts.forEach((search) => void put(search.productId, { search })),
  );
  await eachPage(
    (after) => call(listProductPartsOfViews, page(after)),
    async (parts) => parts.forEach((shelf) => void put(shelf.productId, { shelf })),
  );
  return [...files.values()];
}

const emptyFile = (productId: string): ProductFile => ({
  productId,
  owned: null,
  search: null,
  shelf: null,
});
