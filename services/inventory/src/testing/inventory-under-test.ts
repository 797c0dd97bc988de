import {
  type ActionInput,
  type ActionOutput,
  type AnyAction,
  type CallerClaims,
  listStock,
  productPublished,
} from '@evenkeel/contracts';
import { type CommandId, newId, type Sku } from '@evenkeel/kernel';
import {
  actionContextOf,
  interrupt,
  productOf,
  type ServiceInstance,
  serviceInstance,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { moveStockHandler } from '../features/move-stock/move-stock.handler.js';
import { inventoryActions } from '../service.js';

type StockCheck = ActionOutput<typeof listStock>['items'][number];

/** The inventory service on a database of its own, for one test file. */
export interface InventoryUnderTest {
  readonly database: ThrowAwayDatabase;
  /** Starts an instance; what is given is done once, between what its first batch reads and what it writes. */
  start(between?: () => Promise<unknown>): Promise<ServiceInstance>;
  /** A new SKU with this opening stock. */
  stocked(instance: ServiceInstance, pieces: number): Promise<Sku>;
  /** A stock row with the sums that a check holds against it; throws unless they agree (I1 to I4). */
  soundStock(sku: Sku): Promise<StockCheck>;
  /** Throws unless every stock row agrees with its sums; resolves to how many there are. */
  allSound(): Promise<number>;
  /** Calls an action as the broker would. */
  call<A extends AnyAction>(action: A, input: ActionInput<A>, as?: CallAs): Promise<ActionOutput<A>>;
  stop(): Promise<void>;
}

interface CallAs {
  readonly instance?: ServiceInstance;
  readonly caller?: CallerClaims;
  readonly commandId?: CommandId;
}

export async function inventoryUnderTest(): Promise<InventoryUnderTest> {
  const database = await throwAwayDatabase({ migrationsDir: new URL('../../migrations', import.meta.url) });
  const instances: ServiceInstance[] = [];
  const refuse = () => Promise.reject(new Error('This call needs an instance'));
  const noLane = { ask: refuse, tell: refuse };

  async function call<A extends AnyAction>(
    action: A,
    input: ActionInput<A>,
    { instance, caller, commandId }: CallAs = {},
  ): Promise<ActionOutput<A>> {
    const served = inventoryActions({
      db: database.db,
      messaging: instance?.messaging ?? noLane,
      askOrders: (orderIds) => Promise.resolve(orderIds.map(() => null)),
    });
    const found = served.find(({ definition }) => definition.name === action.name);
    if (!found) throw new Error(`${action.name} is not served`);
    return (await found.run(input, actionContextOf(caller ?? null, commandId))) as ActionOutput<A>;
  }

  return {
    database,
    call,
    async start(between) {
      const instance = await serviceInstance(database, {
        service: 'inventory',
        handlers: ({ meter }) => {
          const own = moveStockHandler(meter);
          return between ? [own, interrupt(own.types, between)] : [own];
        },
      });
      instances.push(instance);
      return instance;
    },
    async stocked(instance, openingStock) {
      const sku = `TEST-${newId<CommandId>().slice(-12).toUpperCase()}` as Sku;
      await instance.deliver(productPublished, productOf({ variants: [{ sku, openingStock }] }));
      return sku;
    },
    async soundStock(sku) {
      const { items } = await call(listStock, { first: 100 });
      const row = items.find((item) => item.sku === sku);
      if (!row) throw new Error(`${sku} has no stock row`);
      checkSums(row);
      return row;
    },
    async allSound() {
      let rows = 0;
      let after: string | null = null;
      do {
        const page: { items: StockCheck[]; next: string | null } = await call(listStock, {
          first: 100,
          after,
        });
        page.items.forEach(checkSums);
        rows += page.items.length;
        after = page.next;
      } while (after);
      return rows;
    },
    async stop() {
      for (const instance of instances) await instance.stop();
      await database.drop();
    },
  };
}

function checkSums(row: StockCheck): void {
  const wrong = Object.entries({
    'I1 available and reserved are not negative': row.reserved >= 0 && row.onHand >= row.reserved,
    'I2 supplied + adjusted = on hand + sold':
      row.supplied + row.adjusted === row.onHand + row.confirmed - row.returned,
    'I3 reserved = what is held': row.reserved === row.held,
    'I4 one movement a version': row.movements === row.version,
  }).flatMap(([rule, holds]) => (holds ? [] : [rule]));
  if (wrong.length > 0) throw new Error(`${wrong.join('; ')}: ${JSON.stringify(row)}`);
}
