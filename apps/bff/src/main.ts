import { once } from 'node:events';
import { promisify } from 'node:util';
import { drain, faultController, type House, startProcess } from '@evenkeel/runtime';
import { bffConfig } from './config.js';
import { createFeedHub } from './feed/feed-hub.js';
import { followViews } from './feed/follow-views.js';
import { createEngine } from './graphql/engine.js';
import { readOperations } from './graphql/read-operations.js';
import { opsSchema, shopSchema } from './graphql/schemas.js';
import { graphqlDoor } from './http/graphql-door.js';
import { createHttpServer } from './http/server.js';
import type { Shop } from './request/shop.js';
import { createProductShelf } from './shelf/product-shelf.js';
import { createSearchDesk } from './shelf/search-desk.js';
import { createVocabulary } from './shop/product/vocabulary.js';

const config = bffConfig();
const house = await startProcess(config);
const shop = openShop(house);
const parts = {
  log: house.log,
  meter: house.meter,
  production: config.mode === 'production',
  persisted: await readOperations(config.operationsFile),
};
const doors = { shop, log: house.log, meter: house.meter };

const server = createHttpServer({
  '/graphql': graphqlDoor({ ...doors, engine: createEngine(shopSchema(), parts), admits: () => true }),
  '/ops/graphql': graphqlDoor({
    ...doors,
    engine: createEngine(opsSchema(), parts),
    admits: (identity) => identity?.caller.kind === 'operator',
  }),
});

house.onClose('http', async () => {
  shop.feed.endAll();
  await drain(server, promisify(server.close.bind(server)));
});
await followViews(house, shop.feed, shop.products);
server.listen(config.port, config.host);
await once(server, 'listening');
await house.ready();
house.log.info({ port: config.port, persisted: parts.persisted.size }, 'The shop API is open');

function openShop({ call, tokens, clock, nats, log }: House): Shop {
  const products = createProductShelf(call, clock);
  const search = createSearchDesk(call, clock);
  return {
    call,
    tokens,
    clock,
    demo: config.mode === 'demo',
    products,
    search,
    vocabulary: createVocabulary({ search, products, clock }),
    feed: createFeedHub(clock, () => products.forgetAll()),
    faults: faultController(nats),
    log,
  };
}
