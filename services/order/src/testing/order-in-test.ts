import type { ActionOutput, AnyAction, CallerClaims } from '@evenkeel/contracts';
import { type CommandId, newId, type OrderId, type Sku } from '@evenkeel/kernel';
import { NO_FAULTS } from '@evenkeel/messaging';
import {
  actionContextOf,
  newOrderId,
  productOf,
  serviceInstance,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { copyCatalogueHandler } from '../features/copy-catalogue/copy-catalogue.handler.js';
import { toCatalogueRows } from '../features/copy-catalogue/copy-catalogue.js';
import { mergeGuestsHandler } from '../features/merge-guests/merge-guests.handler.js';
import { moveOrderHandler } from '../features/move-order/move-order.handler.js';
import { placeOrderHandler } from '../features/place-order/place-order.handler.js';
import { findSettled } from '../find-settled.js';
import { orderActions } from '../service.js';
import { upsertCatalogue } from '../store/catalogue-store.js';
import { selectOrders, toStoredOrder } from '../store/order-store.js';
import { Waiters } from '../waiters.js';

export const CUP = 'CUP' as Sku;
const ADDRESS = {
  name: 'Mara',
  line1: '14 Harbour Row',
  city: 'Portland',
  postalCode: '04101',
  country: 'US',
};

/** The order service on a database of its own, its followers played by the test. */
export type OrderInTest = Awaited<ReturnType<typeof orderInTest>>;

export async function orderInTest({ waitMs = 2_000 } = {}) {
  const database = await throwAwayDatabase({ migrationsDir: new URL('../../migrations', import.meta.url) });
  const { db } = database;
  const start = async () => {
    const waiters = new Waiters();
    const timing = { payWithinSeconds: 900, lastCallSeconds: 5 };
    const instance = await serviceInstance(database, {
      service: 'order',
      handlers: [
        copyCatalogueHandler,
        mergeGuestsHandler,
        placeOrderHandler({ nextId: newOrderId, payWithinSeconds: 900 }),
        moveOrderHandler({ ...timing, faults: NO_FAULTS, onSettled: (settled) => waiters.wake(settled) }),
      ],
    });
    const load = async (orderId: OrderId) => {
      const [row] = await db.query<Parameters<typeof toStoredOrder>[0]>(selectOrders([orderId]));
      return row ? toStoredOrder(row).order : null;
    };
    const actions = orderActions({
      db,
      messaging: instance.messaging,
      answering: { load, wait: (key) => waiters.wait(key, waitMs) },
    });
    async function run<A extends AnyAction>(
      definition: A,
      input: object,
      caller?: CallerClaims,
    ): Promise<ActionOutput<A>> {
      const served = actions.find((one) => one.definition.name === definition.name);
      if (!served) throw new Error(`${definition.name} is not served`);
      return (await served.run(
        input,
        actionContextOf(caller ?? null, newId<CommandId>()),
      )) as ActionOutput<A>;
    }
    return {
      ...instance,
      run,
      lookForSettled: async () => waiters.wake(await findSettled(db, waiters.keys())),
    };
  };
  await db.query(
    upsertCatalogue(toCatalogueRows(productOf({ variants: [{ sku: CUP, openingStock: 100 }] }), 1)),
  );
  const first = await start();
  return { database, db, first, start };
}

/** What a shopper sends to buy two cups at twenty dollars. */
export const wish = (key: string, total = 2_600) => ({
  key,
  lines: [{ sku: CUP, quantity: 2 }],
  fromCart: false,
  email: 'mara@post.example',
  address: ADDRESS,
  expectedTotal: { minor: total, currency: 'USD' as const },
});
