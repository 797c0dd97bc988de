import { randomUUID } from 'node:crypto';
import { type ActionInput, searchProducts, suggestProducts } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import { findProducts } from '../features/find-products/find-products.js';
import { ProductIndexer } from '../features/index-products/product-indexer.handler.js';
import { IndexBuilder } from '../features/rebuild-index/index-builder.js';
import { rebuildProduct } from '../features/rebuild-index/rebuild-product.handler.js';
import { completeTitles } from '../features/suggest-products/suggest-products.js';
import { searchEngine } from '../store/engine.js';
import { IndexedProducts } from '../store/indexed-products.js';
import { Indexes } from '../store/indexes.js';
import { PartStore } from '../store/part-store.js';
import { ProductSearch } from '../store/product-search.js';
import { ReviewStore } from '../store/review-store.js';

/** What every caller says of themselves. */
const english = { locale: 'en', currency: 'USD' } as const;

/** The service's parts on indexes of their own, with owners who answer what a test makes them answer. */
export function testShop(call: House['call']) {
  const url = process.env.ELASTICSEARCH_URL;
  if (!url) throw new Error('ELASTICSEARCH_URL is not set: run the integration project of vitest');
  const engine = searchEngine(url, `test-${randomUUID().slice(0, 8)}`);
  const { client, names } = engine;
  const reviews = new ReviewStore(engine);
  const indexes = new Indexes(engine);
  const indexer = new ProductIndexer(engine, new PartStore(engine), reviews);
  const gathering = { house: { call }, indexer, reviews };
  const builder = new IndexBuilder(indexes, gathering, () => Date.now());
  const indexed = new IndexedProducts(engine);
  const search = new ProductSearch(engine);
  return {
    engine,
    indexes,
    indexer,
    builder,
    indexed,
    rebuildOne: rebuildProduct({ ...gathering, indexed }),
    /** Lets searches see what was written, without waiting half a second for it. */
    refresh: () => client.indices.refresh({ index: names.products }),
    find: (input: Partial<ActionInput<typeof searchProducts>>) =>
      findProducts(search, searchProducts.input.parse({ ...english, ...input })),
    complete: (text: string, locale: 'en' | 'zh' = 'en') =>
      completeTitles(search, suggestProducts.input.parse({ text, locale })),
    async close() {
      const all = Object.values(names).map((name) => `${name}-*`);
      for (const index of Object.keys(await client.indices.getAlias({ index: all })))
        await indexes.drop(index);
      await client.close();
    },
  };
}
export type TestShop = ReturnType<typeof testShop>;
