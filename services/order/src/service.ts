import {
  cancelOrder,
  findPublished,
  getOrder,
  getOrderStates,
  getOrderVitals,
  hasBought,
  listOrderFacts,
  listOrderPartsOfOrder,
  listOrders,
  listSoldDays,
  type OrderSnapshot,
  type OrderVitals,
  type PayOrderResult,
  type PlaceOrderResult,
  type PublishedChange,
  pageFrom,
  payOrder,
  placeOrder,
  requestRefund,
} from '@evenkeel/contracts';
import type { Envelope, OrderId } from '@evenkeel/kernel';
import type { Messaging } from '@evenkeel/messaging';
import { type Database, theOne } from '@evenkeel/postgres';
import { type ActionContext, action, messagingActions, type ServedAction } from '@evenkeel/runtime';
import { type Answering, answerKeyed } from './answers.js';
import type { KeyedAnswer } from './keyed.js';
import { type KeyId, type Order, snapshotOf } from './order.js';
import {
  type OrderRow,
  selectHasBought,
  selectOrders,
  selectOrdersAfter,
  selectOrdersBefore,
  toStoredOrder,
} from './store/order-store.js';
import { type PartRow, selectParts, toPart } from './store/parts-store.js';
import { type ChangeRow, selectChanges, selectToldBy } from './store/published-store.js';
import { type SoldDays, selectSoldDays } from './store/sold-days-store.js';
import { selectVitals } from './store/vitals-store.js';

/** Half a second of work, a tenth of the time that a caller waits. */
const SUMMED_AT_ONCE = 10_000;

interface Parts {
  readonly db: Database;
  readonly messaging: Messaging;
  readonly answering: Answering;
}

const whole = (order: Order): OrderSnapshot => ({ facts: order.facts, ...snapshotOf(order.progress) });

/** The actions of the order service. */
export function orderActions({ db, messaging, answering }: Parts): ServedAction[] {
  const asked = ({ commandId, cause, caller, remainingMs }: ActionContext) => ({
    commandId,
    cause,
    caller,
    remainingMs,
  });
  const load = async (ids: readonly OrderId[]) =>
    (await db.query<OrderRow>(selectOrders(ids))).map((row) => toStoredOrder(row).order);

  return [
    action(placeOrder, async (input, context) => {
      const key = keyOf('place-order', input, context);
      const keyed = (await messaging.ask(placeOrder, input, asked(context))) as KeyedAnswer;
      const open = (order: OrderSnapshot): PlaceOrderResult => ({ kind: 'placed', order });
      return answerKeyed(keyed, { key, open }, answering);
    }),
    action(payOrder, async (input, context) => {
      const key = keyOf('pay-order', input, context);
      const keyed = (await messaging.ask(payOrder, input, asked(context))) as KeyedAnswer;
      const open = (order: OrderSnapshot): PayOrderResult => ({ kind: 'started', order });
      return answerKeyed(keyed, { key, open }, answering);
    }),
    action(cancelOrder, async (input, context) => {
      const key = keyOf('cancel-order', input, context);
      const keyed = (await messaging.ask(cancelOrder, input, asked(context))) as KeyedAnswer;
      return answerKeyed(keyed, { key, open: decidedAtOnce }, answering);
    }),
    action(requestRefund, async (input, context) => {
      const key = keyOf('request-refund', input, context);
      const keyed = (await messaging.ask(requestRefund, input, asked(context))) as KeyedAnswer;
      return answerKeyed(keyed, { key, open: decidedAtOnce }, answering);
    }),
    action(getOrder, async ({ orderId }, context) => {
      const caller = context.requireCaller();
      const [order] = await load([orderId]);
      return order && order.facts.customerId === caller.sub ? whole(order) : null;
    }),
    action(getOrderStates, async ({ orderIds }) => {
      const known = new Map((await load(orderIds)).map((order) => [order.facts.orderId, order.progress]));
      return orderIds.map((orderId) => {
        const progress = known.get(orderId);
        return progress
          ? { orderId, state: progress.state, round: progress.round, version: progress.version }
          : null;
      });
    }),
    action(listOrderFacts, async ({ first, after }) => {
      const rows = await db.query<OrderRow>(selectOrdersAfter((after ?? null) as OrderId | null, first + 1));
      const changes = await changesOf(
        db,
        rows.map((row) => row.id as OrderId),
      );
      return pageFrom(rows, first, {
        cursor: (row) => row.id,
        item: (row) => ({ ...whole(toStoredOrder(row).order), changes: changes.get(row.id) ?? [] }),
      });
    }),
    action(listOrders, async ({ first, after, state, stuck }) => {
      const only = { state: state ?? null, stuck: stuck ?? false };
      const rows = await db.query<OrderRow>(
        selectOrdersBefore((after ?? null) as OrderId | null, first + 1, only),
      );
      return pageFrom(rows, first, {
        cursor: (row) => row.id,
        item(row) {
          const { order } = toStoredOrder(row);
          const { step, attempts, deadlineAt } = order.progress;
          return { order: whole(order), step, attempts, deadlineAt };
        },
      });
    }),
    action(findPublished, async ({ orderId, version }) => {
      const rows = await db.query<{ payload: string }>(selectToldBy(orderId, version));
      const told = rows
        .flatMap(({ payload }) => JSON.parse(payload) as Envelope[])
        .find((message) => message.aggregateId === orderId && message.aggregateVersion === version);
      return told ? { messageId: told.id } : null;
    }),
    action(hasBought, async ({ customerId, productId }) => {
      const [row] = await db.query<{ bought: boolean }>(selectHasBought(customerId, productId));
      return row?.bought ?? false;
    }),
    action(getOrderVitals, () => theOne<OrderVitals>(db, selectVitals)),
    action(listOrderPartsOfOrder, async ({ first, after, upTo }) => {
      const rows = await db.query<PartRow>(selectParts(after ?? null, upTo ?? null, first + 1));
      return pageFrom(rows, first, { cursor: (row) => row.id, item: toPart });
    }),
    action(listSoldDays, ({ after }) => theOne<SoldDays>(db, selectSoldDays(after ?? null, SUMMED_AT_ONCE))),
    ...messagingActions('order', db),
  ];
}

/** All that was published of these orders after their placing. */
async function changesOf(db: Database, orders: readonly OrderId[]): Promise<Map<string, PublishedChange[]>> {
  const changes = new Map<string, PublishedChange[]>();
  for (const { orderId, version, type, at, more } of await db.query<ChangeRow>(selectChanges(orders))) {
    const ofOrder = changes.get(orderId) ?? [];
    changes.set(orderId, ofOrder);
    const rest = JSON.parse(more) as PublishedChange['more'];
    ofOrder.push({ version, type, at: at.toISOString(), more: rest });
  }
  return changes;
}

const keyOf = (operation: string, { key }: { readonly key: string }, context: ActionContext): KeyId => ({
  caller: context.requireCaller().sub,
  operation,
  key,
});

function decidedAtOnce(): never {
  throw new Error('This command is decided at once');
}
