import {
  cancelOrder,
  defineGetCommands,
  getOrder,
  getOrderStates,
  hasBought,
  listOrderFacts,
  listOrders,
  type OrderSnapshot,
  type PayOrderResult,
  type PlaceOrderResult,
  pageFrom,
  payOrder,
  placeOrder,
  requestRefund,
} from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { getCommandOutcomes, type Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { type ActionContext, action, type ServedAction } from '@evenkeel/runtime';
import { type Answering, answerKeyed } from './answers.js';
import type { KeyedAnswer } from './keyed.js';
import { type Order, snapshotOf } from './order.js';
import {
  type OrderRow,
  selectHasBought,
  selectOrders,
  selectOrdersAfter,
  selectOrdersBefore,
  toStoredOrder,
} from './store/order-store.js';

interface Parts {
  readonly db: Database;
  readonly messaging: Messaging;
  readonly answering: Answering;
}

const whole = (order: Order): OrderSnapshot => ({ facts: order.facts, ...snapshotOf(order.progress) });
const isPlaced = ({ progress }: Order) => !['placed', 'reserved'].includes(progress.state);
const isPayDecided = ({ progress }: Order) => progress.openAttempt === null;

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
      context.requireCaller();
      const keyed = (await messaging.ask(placeOrder, input, asked(context))) as KeyedAnswer;
      return answerKeyed<PlaceOrderResult>(keyed, { decided: isPlaced, say: sayPlaced }, answering);
    }),
    action(payOrder, async (input, context) => {
      const keyed = (await messaging.ask(payOrder, input, asked(context))) as KeyedAnswer;
      return answerKeyed<PayOrderResult>(keyed, { decided: isPayDecided, say: sayPaid }, answering);
    }),
    action(cancelOrder, async (input, context) => {
      const keyed = (await messaging.ask(cancelOrder, input, asked(context))) as KeyedAnswer;
      return answerKeyed(keyed, never, answering);
    }),
    action(requestRefund, async (input, context) => {
      const keyed = (await messaging.ask(requestRefund, input, asked(context))) as KeyedAnswer;
      return answerKeyed(keyed, never, answering);
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
      return pageFrom(rows, first, {
        cursor: (row) => row.id,
        item: (row) => whole(toStoredOrder(row).order),
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
    action(hasBought, async ({ customerId, productId }) => {
      const [row] = await db.query<{ bought: boolean }>(selectHasBought(customerId, productId));
      return row?.bought ?? false;
    }),
    action(defineGetCommands('order'), ({ commandIds }) => getCommandOutcomes(db, commandIds)),
  ];
}

function sayPlaced(order: Order, snapshot: OrderSnapshot): PlaceOrderResult {
  const { rejection } = order.progress;
  return rejection ? { kind: 'rejected', order: snapshot, rejection } : { kind: 'placed', order: snapshot };
}

/** An attempt that is over without money was declined, voided or of a wrong amount; anything else is on its way. */
function sayPaid(order: Order, snapshot: OrderSnapshot): PayOrderResult {
  const failed = order.progress.openAttempt === null && order.progress.state === 'awaiting-payment';
  return failed
    ? { kind: 'declined', order: snapshot, bankReason: null }
    : { kind: 'started', order: snapshot };
}

const never = {
  decided: () => true,
  say: (): never => {
    throw new Error('This command is decided at once');
  },
};
