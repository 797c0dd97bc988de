import {
  adjustStock,
  confirmStock,
  orderPaid,
  productPublished,
  releaseStock,
  reserveStock,
  shipmentCancelled,
  shipmentReturned,
} from '@evenkeel/contracts';
import {
  type CommandId,
  type CustomerId,
  newId,
  type OrderId,
  type ShipmentId,
  type Sku,
} from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import { callerOf, newOrderId, orderFactsOf, productOf, type ServiceInstance } from '@evenkeel/testing';
import { Names, type Player, rowsInStory, type World } from '@evenkeel/testing/model';
import type { AdjustAnswer } from '../features/move-stock/adjust.js';
import { holdOverdue } from '../features/move-stock/inputs.js';
import { type StockMessage, StockModel, type StockView } from './stock-model.js';

export const PIECES = { cup: 4, pot: 3 };
export const ORDERS = ['one', 'two'] as const;

const at = '2026-01-01T00:00:00.000Z';
const customerId = newId<CustomerId>();
const caller = callerOf('operator');

/** Two shelves and three orders that no other story knows, in the database of two processes. */
export async function stockWorld(
  db: Database,
  players: readonly [Player, Player],
): Promise<World<StockMessage>> {
  const unique = newId<CommandId>().slice(-12).toUpperCase();
  const skus = new Names(Object.keys(PIECES), (name) => `${name.toUpperCase()}-${unique}` as Sku);
  const orders = new Names(ORDERS, newOrderId);
  const sku = (name: string) => skus.id(name);
  const order = (name: string) => orders.id(name);
  const product = (names: readonly string[]) =>
    productOf({ variants: names.map((name) => ({ sku: sku(name), openingStock: PIECES[name as 'cup'] })) });
  await players[0].instance.deliver(productPublished, product(Object.keys(PIECES)));

  async function deliver(to: ServiceInstance, message: StockMessage, id: CommandId): Promise<unknown> {
    switch (message.say) {
      case 'try': {
        const lines = message.lines.map((line) => ({ ...line, sku: sku(line.sku) }));
        const { round } = message;
        return to.deliver(
          reserveStock,
          { orderId: order(message.order), round, lines, holdSeconds: 900 },
          id,
        );
      }
      case 'cancel': {
        const { round } = message;
        return to.deliver(releaseStock, { orderId: order(message.order), round, reason: 'cancelled' }, id);
      }
      case 'confirm':
        return to.deliver(confirmStock, { orderId: order(message.order), round: message.round }, id);
      case 'paid': {
        const facts = orderFactsOf({ orderId: order(message.order), customerId, lines: [] });
        const captured = { minor: 0, currency: 'USD' as const };
        return to.deliver(
          orderPaid,
          { ...facts, round: message.round, attemptId: null, captured, paidAt: at },
          id,
        );
      }
      case 'expire':
        // As the sweeper tells it: what is told twice is decided twice.
        await to.messaging.tell(holdOverdue, { orderId: order(message.order), round: message.round });
        return undefined;
      case 'adjust': {
        const input = {
          key: `${message.key}-${unique}`,
          sku: sku(message.sku),
          delta: message.delta,
          reason: 'counted',
        };
        return wordOf((await to.ask(adjustStock, input, { commandId: id, caller })) as AdjustAnswer);
      }
      case 'publish':
        return to.deliver(productPublished, product([message.sku]), id);
      case 'shipment-cancelled':
        return to.deliver(shipmentCancelled, { orderId: order(message.order), customerId, at }, id);
      case 'shipment-returned': {
        const shipmentId = newId<ShipmentId>();
        return to.deliver(
          shipmentReturned,
          { orderId: order(message.order), customerId, shipmentId, at },
          id,
        );
      }
    }
  }

  return { model: new StockModel(PIECES), players, deliver, look: () => lookAt(db, skus, orders) };
}

async function lookAt(db: Database, skus: Names<Sku>, orders: Names<OrderId>): Promise<StockView> {
  const names = [skus, orders];
  const [stock, rounds, reservations] = await Promise.all([
    rowsInStory<StockView['stock'][number]>(db, names, {
      cells: `sku, on_hand, reserved, version, (select count(*) from stock_movements m where m.sku = s.sku)`,
      from: 'stock s where sku = any($1::text[])',
      values: [skus.ids],
    }),
    rowsInStory<StockView['rounds'][number]>(db, names, {
      cells: 'order_id::text, round, outcome, version',
      from: 'reservation_rounds where order_id = any($1::bigint[])',
      values: [orders.ids],
    }),
    rowsInStory<StockView['reservations'][number]>(db, names, {
      cells: 'order_id::text, round, sku, r.quantity, status, b.quantity is not null',
      from: `reservations r left join returns b using (order_id, round, sku) where order_id = any($1::bigint[])`,
      values: [orders.ids],
    }),
  ]);
  return { stock, rounds, reservations };
}

const wordOf = (answer: AdjustAnswer): string => {
  if (answer.kind === 'key-reused') return answer.kind;
  return answer.replayed ? `${answer.result.kind} again` : answer.result.kind;
};
