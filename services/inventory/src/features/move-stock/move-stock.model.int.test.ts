import {
  holdInEveryRun,
  type Players,
  play,
  startPlayers,
  stopPlayers,
  stories,
  timeFor,
} from '@evenkeel/testing/model';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { inventoryUnderTest } from '../../testing/inventory-under-test.js';
import type { StockMessage } from '../../testing/stock-model.js';
import { ORDERS, PIECES, stockWorld } from '../../testing/stock-world.js';
import { moveStockHandler } from './move-stock.handler.js';

const RUNS = 150;
const inventory = await inventoryUnderTest();
const players = await startPlayers(inventory.database, {
  service: 'inventory',
  handler: ({ meter }) => moveStockHandler(meter),
  times: 3,
});
afterAll(async () => {
  await stopPlayers(players);
  await inventory.stop();
});

const order = fc.constantFrom(...ORDERS);
const round = fc.constantFrom(1, 1, 1, 2);
const sku = fc.constantFrom(...Object.keys(PIECES));
const say = <Word extends StockMessage['say']>(...words: Word[]) => fc.constantFrom(...words);
const message: fc.Arbitrary<StockMessage> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      say: say('try'),
      order,
      round,
      lines: fc.array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 3 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ say: say('cancel', 'confirm', 'paid', 'expire'), order, round }) },
  { weight: 2, arbitrary: fc.record({ say: say('shipment-cancelled', 'shipment-returned'), order }) },
  {
    weight: 2,
    arbitrary: fc.record({
      say: say('adjust'),
      key: fc.constantFrom('left', 'left', 'right'),
      sku,
      delta: fc.constantFrom(-2, -1, 1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ say: say('publish'), sku }) },
);

test('whatever is said, in whatever order, batches and processes, stock is as if it was said one by one', {
  timeout: timeFor(RUNS),
}, async () => {
  const propertyOf = (two: Players) =>
    fc.asyncProperty(stories(message), async (story) =>
      play(story, await stockWorld(inventory.database.db, two)),
    );
  await holdInEveryRun(players, propertyOf, { runs: RUNS, file: import.meta.filename });
  expect(await inventory.allSound()).toBeGreaterThan(0);
});
