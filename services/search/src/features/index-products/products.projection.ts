import { availabilityChanged, productPublished, reviewPosted } from '@evenkeel/contracts';
import { type PlainHandler, projects } from '@evenkeel/messaging';
import type { ProductIndexer } from './product-indexer.handler.js';

/** What search follows: the catalogue, what people say, and what is left. */
export const searchProjections = (indexer: ProductIndexer): PlainHandler[] => [
  projects([productPublished], (batch) =>
    indexer.publish(batch.map((event) => ({ product: event.data, version: event.aggregateVersion }))),
  ),
  projects([reviewPosted], (batch) => indexer.review(batch.map((event) => event.data))),
  projects([availabilityChanged], (batch) => indexer.setStock(batch.map((event) => event.data))),
];
