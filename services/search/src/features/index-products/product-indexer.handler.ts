import type { Availability, ProductRecord, ReviewRecord } from '@evenkeel/contracts';
import type { SearchEngine } from '../../store/engine.js';
import type { PartStore } from '../../store/part-store.js';
import type { ReviewStore } from '../../store/review-store.js';
import { removeDocuments, type WriteTo, writeAnyway, writeNewest } from '../../store/write-newest.js';
import { productPart } from './parts.js';
import { documentVersion, type KnownParts, productDocument } from './product-document.js';

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
    const known = await this.#known(products);
    return writeNewest(this.#engine.client, target, [...known].map(toDocument));
  }

  /**
   * Indexes a product whatever stands under its id. Its versions are lifted above that of what somebody else wrote, so
   * that the news to come still count.
   */
  async replace(productId: string): Promise<void> {
    const known = await this.#known(await this.#parts.get('product', [productId]));
    const documents = [...known].map(toDocument);
    const { client, names } = this.#engine;
    if ((await writeNewest(client, { ...this.#live, repeats: true }, documents)) > 0) return;
    for (const document of documents) {
      const above = (await writeAnyway(client, names.products, document)) - document.version;
      const by = (known.get(document.id)?.lift?.body.by ?? 0) + above;
      await this.#parts.put('lift', [{ key: document.id, version: by, body: { by } }]);
    }
    await this.index([productId]);
  }

  /** Takes out a product that nobody owns. */
  async forget(productId: string): Promise<void> {
    const known = await this.#parts.get('product', [productId]);
    const owners = await this.#parts.get(
      'owner',
      [...known.values()].flatMap(({ body }) => body.skus),
    );
    const own = [...owners].filter(([, { body }]) => body.productId === productId).map(([sku]) => sku);
    await this.#parts.remove('owner', own);
    for (const kind of ['product', 'rating', 'lift'] as const) await this.#parts.remove(kind, [productId]);
    await removeDocuments(this.#engine.client, this.#engine.names.products, [productId]);
  }

  /** Indexes every product that is known. Returns how many changed. */
  async indexAll(target: WriteTo = this.#live): Promise<number> {
    let changed = 0;
    for await (const ids of this.#parts.productIds()) changed += await this.index(ids, target);
    return changed;
  }

  /** All that is known of products, by id. */
  async #known(products: ReadonlyMap<string, KnownParts['product']>) {
    const ids = [...products.keys()];
    const skus = [...products.values()].flatMap(({ body }) => body.skus);
    const [stock, ratings, lifts] = await Promise.all([
      this.#parts.get('stock', skus),
      this.#parts.get('rating', ids),
      this.#parts.get('lift', ids),
    ]);
    return new Map<string, KnownParts>(
      [...products].map(([id, product]) => [
        id,
        { product, stock, rating: ratings.get(id), lift: lifts.get(id) },
      ]),
    );
  }

  get #live(): WriteTo {
    return { alias: this.#engine.names.products };
  }
}

const toDocument = ([id, known]: readonly [string, KnownParts]) => ({
  id,
  version: documentVersion(known),
  document: productDocument(known),
});
