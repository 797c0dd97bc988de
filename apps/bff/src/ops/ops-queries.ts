import {
  type ActionOutput,
  type AttemptState,
  customerId,
  getCustomer,
  getDailySales,
  getStock,
  getTrialBalance,
  listJournals,
  listOrders,
  listPayments,
  type OrderStateName,
  orderId,
  sku,
} from '@evenkeel/contracts';
import { clientError } from '../graphql/client-error.js';
import type { RequestContext } from '../request/request-context.js';
import { connectionOf, mapPage, type PageArgs } from '../shop/connection.js';
import { moneyOf } from '../shop/money-of.js';
import { auditQueries } from './audit.js';
import { deadLetterQueries } from './dead-letters.js';
import { faultQueries } from './faults.js';

type ListedOrder = ActionOutput<typeof listOrders>['items'][number];
type OrdersArgs = PageArgs & { readonly state?: OrderStateName | null; readonly stuck?: boolean | null };
type OrderArg = { readonly order?: string | null };
type PaymentsArgs = PageArgs & OrderArg & { readonly state?: AttemptState | null };

function orderOf({ order, step, attempts, deadlineAt }: ListedOrder) {
  const { facts, state, version, payBy, captured, refunded, paymentInProgress } = order;
  return {
    number: facts.orderId,
    customerId: facts.customerId,
    placedAt: facts.placedAt,
    total: moneyOf(facts.price.total, facts.price.currency),
    ...{ state, version, payBy, captured, refunded, paymentInProgress, step, attempts, deadlineAt },
  };
}

function numberOf(order: string | null | undefined) {
  if (order === null || order === undefined) return null;
  const number = orderId.safeParse(order);
  if (!number.success) throw clientError('BAD_USER_INPUT', `${order} is not an order number`);
  return number.data;
}

/** What operators see; each asks the owner, never a read model of shoppers. */
export const opsQueries = {
  ...auditQueries,
  ...deadLetterQueries,
  ...faultQueries,
  stock(_: unknown, args: { sku: string }, context: RequestContext) {
    const known = sku.safeParse(args.sku);
    return known.success ? context.ask(getStock, { sku: known.data }) : null;
  },
  async orders(_: unknown, { state, stuck, first, after }: OrdersArgs, context: RequestContext) {
    const page = await context.ask(listOrders, {
      state: state ?? null,
      stuck: stuck ?? null,
      first,
      after: after ?? null,
    });
    return connectionOf(mapPage(page, orderOf), after);
  },
  async payments(_: unknown, { state, order, first, after }: PaymentsArgs, context: RequestContext) {
    const input = { state: state ?? null, orderId: numberOf(order), first, after: after ?? null };
    return connectionOf(await context.ask(listPayments, input), after);
  },
  async journals(_: unknown, { order, first, after }: PageArgs & OrderArg, context: RequestContext) {
    const page = await context.ask(listJournals, { orderId: numberOf(order), first, after: after ?? null });
    return connectionOf(
      mapPage(page, (journal) => ({ ...journal, orderNumber: journal.orderId })),
      after,
    );
  },
  async dailySales(_: unknown, { days }: { days: number }, context: RequestContext) {
    const sales = await context.ask(getDailySales, { days });
    return sales.map(({ day, currency, orders, units, gross, refunded }) => ({
      ...{ day, orders, units },
      gross: moneyOf(gross, currency),
      refunded: moneyOf(refunded, currency),
    }));
  },
  async trialBalance(_: unknown, __: unknown, context: RequestContext) {
    const balances = await context.ask(getTrialBalance, {});
    return balances.map(({ account, currency, balance }) => ({
      account,
      balance: moneyOf(balance, currency),
    }));
  },
  async customer(_: unknown, { id }: { id: string }, context: RequestContext) {
    const known = customerId.safeParse(id);
    const customer = known.success ? await context.ask(getCustomer, { customerId: known.data }) : null;
    return (
      customer && {
        id: customer.customerId,
        orders: customer.orders,
        totals: customer.totals.map(({ currency, spent, refunded }) => ({
          spent: moneyOf(spent, currency),
          refunded: moneyOf(refunded, currency),
        })),
      }
    );
  },
};
