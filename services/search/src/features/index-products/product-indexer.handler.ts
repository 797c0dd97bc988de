import type { Availability, ProductRecord, ReviewRecord } from '@evenkeel/contracts';
import type { SearchEngine } from '../../store/engine.js';
import type { PartStore } from '../../store/part-store.js';
import type { ReviewStore } from '../../store/review-store.js';
import { type WriteTo, writeNewest } from '../../store/write-newest.js';
import { productPart } from './parts.js';
import { documentVersion, productDocument } from './product-document.js';

export interface PublishedProduct {
  readonly product: ProductRecord;
  readonly version: number;
}
export type KnownStock = Pick<Availability, 'sku' | 'state' | 'left' | 'version'>;

/**
 * Keeps what the owners say and indexes what came together. Every news is first kept as a part, then the whole is
 * read back and indexed; of two at once, the one that reads last sees both, so nothing depends on the order.
 */
export class ProductIndexer {
  readonly #engine: SearchEngine;
  readonly #parts: PartStore;
  readonly #reviews: ReviewStore;

  constructor(engine: SearchEngine, parts: PartStore, reviews: ReviewStore) {
    this.#engine = engine;
    this.#parts = parts;
    this.#reviews = reviews;
  }

  async publish(published: readonly PublishedProduct[]): Promise<void> {
    await this.keepProducts(published);
    await this.index(published.map(({ product }) => product.id));
  }

  async review(reviews: readonly ReviewRecord[]): Promise<void> {
    await this.#reviews.add(reviews);
    const ids = [...new Set(reviews.map(({ productId }) => productId))];
    await this.keepRatings(ids);
    await this.index(ids);
  }

  async setStock(changes: readonly KnownStock[]): Promise<void> {
    await this.keepStock(changes);
    const owners = await this.#parts.get(
      'owner',
      changes.map(({ sku }) => sku),
    );
    await this.index([...owners.values()].map(({ body }) => body.productId));
  }

  async keepProducts(published: readonly PublishedProduct[]): Promise<void> {
    const parts = published.map(({ product, version }) => ({
      key: product.id as string,
      version,
      body: productPart(product),
    }));
    const owners = parts.flatMap(({ key, version, body }) =>
      body.skus.map((sku) => ({ key: sku, version, body: { productId: key } })),
    );
    await this.#parts.put('owner', owners);
    await this.#parts.put('product', parts);
  }

  async keepStock(changes: readonly KnownStock[]): Promise<void> {
    await this.#parts.put(
      'stock',
      changes.map(({ sku, state, left, version }) => ({ key: sku, version, body: { state, left } })),
    );
  }

  /** Counts the reviews of products anew; a count only grows, which makes it the version. */
  async keepRatings(productIds: readonly string[]): Promise<void> {
    const counted = await this.#reviews.count(productIds);
    await this.#parts.put(
      'rating',
      [...counted].map(([key, body]) => ({ key, version: body.count, body })),
    );
  }

  /** Indexes products from their parts; of those not published yet there is nothing to find. Returns how many changed. */
  async index(productIds: readonly string[], target: WriteTo = this.#live): Promise<number> {
    const products = await this.#parts.get('product', productIds);
    if (products.size === 0) return 0;
    const [stock, ratings] = await Promise.all([
      this.#parts.get(
        'stock',
        [...products.values()].flatMap(({ body }) => body.skus),
      ),
      this.#parts.get('rating', [...products.keys()]),
    ]);
    const documents = [...products].map(([id, product]) => {
      const known = { product, stock, rating: ratings.get(id) };
      return { id, version: documentVersion(known), document: productDocument(known) };
    });
    return writeNewest(this.#engine.client, target, documents);
  }

  /** Indexes every product that is known. Returns how many changed. */
  async indexAll(target: WriteTo = this.#live): Promise<number> {
    let changed = 0;
    for await (const ids of this.#parts.productIds()) changed += await this.index(ids, target);
    return changed;
  }

  get #live(): WriteTo {
    return { alias: this.#engine.names.products };
  }
}
