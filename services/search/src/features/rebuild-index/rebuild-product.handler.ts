import { askForProduct, type Repaired, type SearchPart, type WholeProduct } from '@evenkeel/contracts';
import { type IndexedProducts, toSearchPart } from '../../store/indexed-products.js';
import { productPart } from '../index-products/parts.js';
import { documentVersion, productDocument } from '../index-products/product-document.js';
import type { Gathering } from './gather-parts.js';

interface Parts extends Gathering {
  readonly indexed: Pick<IndexedProducts, 'get'>;
}

/** Indexes one product anew, from its owners, whatever stands there; one that nobody owns is taken out. */
export const rebuildProduct =
  ({ house, indexer, reviews, indexed }: Parts) =>
  async (productId: string, dryRun: boolean): Promise<Repaired> => {
    const before = await indexed.get(productId);
    const owned = await askForProduct(house.call, productId);
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

function shownOf({ product, version, stock, reviews }: WholeProduct): SearchPart {
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
