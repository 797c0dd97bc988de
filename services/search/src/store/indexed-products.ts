import type { SearchPart } from '@evenkeel/contracts';
import { type ProductDocument, productVersionOf } from '../features/index-products/product-document.js';
import type { SearchEngine } from './engine.js';

const FIELDS = ['productId', 'price', 'rating', 'reviews', 'inStock', 'en.title', 'zh.title'];

/** Products in the order of their ids: those after one, up to another. */
export interface Range {
  readonly after: string | null;
  readonly upTo: string | null;
  readonly limit: number;
}

/** What the index holds of products, for whoever holds it against their owners. */
export class IndexedProducts {
  readonly #engine: SearchEngine;

  constructor(engine: SearchEngine) {
    this.#engine = engine;
  }

  async list({ after, upTo, limit }: Range): Promise<SearchPart[]> {
    const { client, names } = this.#engine;
    const { hits } = await client.search<Partial<ProductDocument>>({
      index: names.products,
      query: { range: { productId: { gt: after ?? '', ...(upTo === null ? {} : { lte: upTo }) } } },
      sort: [{ productId: 'asc' }],
      size: limit,
      version: true,
      _source: FIELDS,
      track_total_hits: false,
    });
    return hits.hits.map(({ _id, _version, _source }) =>
      toSearchPart(_id ?? '', _version ?? 0, _source ?? {}),
    );
  }

  /** As it was last written, whether or not a search would see it yet. */
  async get(productId: string): Promise<SearchPart | null> {
    const { client, names } = this.#engine;
    const { docs } = await client.mget<Partial<ProductDocument>>({ index: names.products, ids: [productId] });
    const [doc] = docs;
    if (!doc || 'error' in doc || !doc.found) return null;
    return toSearchPart(productId, doc._version ?? 0, doc._source ?? {});
  }
}

/** What can be held against the owners; what somebody else wrote may lack anything. */
export const toSearchPart = (
  productId: string,
  version: number,
  { en, zh, price, rating, reviews, inStock }: Partial<ProductDocument>,
): SearchPart => ({
  productId,
  version: productVersionOf(version),
  title: { en: en?.title ?? '', zh: zh?.title ?? '' },
  prices: { CNY: [...(price?.CNY ?? [])], USD: [...(price?.USD ?? [])] },
  rating: rating ?? 0,
  reviews: reviews ?? 0,
  inStock: inStock ?? false,
  revision: version,
});
