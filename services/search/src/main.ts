import { subscriptions } from '@evenkeel/contracts';
import { every, startPlainMessaging } from '@evenkeel/messaging';
import { plainMessagingActions, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { ProductIndexer } from './features/index-products/product-indexer.handler.js';
import { searchProjections } from './features/index-products/products.projection.js';
import { IndexBuilder } from './features/rebuild-index/index-builder.js';
import { rebuildProduct } from './features/rebuild-index/rebuild-product.handler.js';
import { searchActions } from './service.js';
import { searchEngine } from './store/engine.js';
import { IndexedProducts } from './store/indexed-products.js';
import { Indexes } from './store/indexes.js';
import { isOutage } from './store/outage.js';
import { PartStore } from './store/part-store.js';
import { ProductSearch } from './store/product-search.js';
import { ReviewStore } from './store/review-store.js';

/** How soon it is noticed that Elasticsearch lost its data. */
const LOOK_MS = 2_000;
/** At a first start the owners of the products may not be there yet. */
const RETRY_MS = 250;

const config = serviceConfig();
const house = await startProcess(config);
const engine = searchEngine(config.ELASTICSEARCH_URL);
house.onStop('elasticsearch', () => engine.client.close());
house.readiness('elasticsearch', async () => {
  await engine.client.ping();
});
const parts = new PartStore(engine);
const reviews = new ReviewStore(engine);
const indexer = new ProductIndexer(engine, parts, reviews);
const indexes = new Indexes(engine);
house.readiness('index', async () => {
  if ((await indexes.state()) === 'missing') throw new Error('The index of products is being built');
});
const gathering = { house, indexer, reviews };
const builder = new IndexBuilder(indexes, gathering, () => house.clock.now());
const indexed = new IndexedProducts(engine);
const { deadLetters } = await startPlainMessaging(house, {
  handlers: searchProjections(indexer),
  subscriptions: Object.values(subscriptions.search),
  isOutage,
});
house.serve([
  ...searchActions({
    search: new ProductSearch(engine),
    builder,
    indexed,
    rebuildOne: rebuildProduct({ ...gathering, indexed }),
  }),
  ...plainMessagingActions('search', deadLetters),
]);
await house.ready();
const looking = every(house, {
  ms: LOOK_MS,
  retryMs: RETRY_MS,
  what: 'look after the index of products',
  run: async () => {
    if (await builder.ensure()) house.log.info({}, 'The index of products is there');
  },
});
house.onStop('looking', () => looking.stop());
looking.soon();
