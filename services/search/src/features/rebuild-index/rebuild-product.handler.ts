import {
  eachPage,
  listProducts,
  listReviews,
  listStock,
  type Repaired,
  type ReviewRecord,
  type SearchPart,
} from '@evenkeel/contracts';
import { type IndexedProducts, toSearchPart } from '../../store/indexed-products.js';
import { productPart } from '../index-products/parts.js';
import { documentVersion, productDocument } from '../index-products/product-document.js';
import type { KnownStock, PublishedProduct } from '../index-products/product-indexer.handler.js';
import { type Gathering, stockOf } from './gather-parts.js';

const FIRST = 100;

/** All that the owners of one product say. */
interface Owned extends PublishedProduct {
  readonly stock: readonly KnownStock[];
  readonly reviews: readonly ReviewRecord[];
}

interface Parts extends Gathering {
  readonly indexed: Pick<IndexedProducts, 'get'>;
}

/** Indexes one product anew, from its owners, whatever stands there; one that nobody owns is taken out. */
export const rebuildProduct =
  ({ house, indexer, reviews, indexed }: Parts) =>
  async (productId: string, dryRun: boolean): Promise<Repaired> => {
    const before = await indexed.get(productId);
    const owned = await askOwners(house, productId);
    const [from, to] = [wordsOf(before), wordsOf(owned && shownOf(owned))];
    if (dryRun) return { needed: from !== to, from, to };
    if (!owned) await indexer.forget(productId);
    else {
      await indexer.keepProducts([owned]);
      await indexer.keepStock(owned.stock);
      await reviews.add(owned.reviews);
      await indexer.keepRatings([productId]);
      await indexer.replace(productId);
    }
    return { needed: from !== to, from, to: wordsOf(await indexed.get(productId)) };
  };

async function askOwners({ call }: Gathering['house'], productId: string): Promise<Owned | null> {
  const [owned] = isId(productId) ? (await call(listProducts, { first: 1, productId })).items : [];
  if (!owned) return null;
  const skus = owned.product.variants.map(({ sku }) => sku as KnownStock['sku']);
  const stock = await call(listStock, { first: FIRST, skus });
  const reviews: ReviewRecord[] = [];
  await eachPage(
    (after) => call(listReviews, { first: FIRST, after, productId }),
    (page) => Promise.resolve(reviews.push(...page)),
  );
  return { ...owned, stock: stock.items.map(stockOf), reviews };
}

/** Under other ids the catalogue has nothing. */
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

function shownOf({ product, version, stock, reviews }: Owned): SearchPart {
  const stars = reviews.reduce((sum, { rating }) => sum + rating, 0);
  const known = {
    product: { version, body: productPart(product) },
    stock: new Map(stock.map(({ sku, version: at, ...body }) => [sku as string, { version: at, body }])),
    rating: { body: { count: reviews.length, stars } },
  };
  return toSearchPart(product.id, documentVersion(known), productDocument(known));
}

const wordsOf = (part: SearchPart | null): string =>
  part === null
    ? 'not found'
    : `${part.title.en}, version ${part.version}, ${part.prices.USD.join(' and ')} USD, ${part.prices.CNY.join(' and ')} CNY, ` +
      `rated ${part.rating} by ${part.reviews}, ${part.inStock ? 'in stock' : 'sold out'}`;
