import { listCustomerOrders, type OrderView, orderId } from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';
import { connectionOf, type PageArgs } from '../connection.js';

/** The caller's orders. */
export const orderQueries = {
  order(_: unknown, args: { number: string }, context: RequestContext): Promise<OrderView | null> | null {
    const number = orderId.safeParse(args.number);
    // What cannot be an order number is answered like one that was never issued.
    if (!number.success || !context.identity) return null;
    return context.loaders.orders.load(number.data);
  },
  async orders(_: unknown, { first, after }: PageArgs, context: RequestContext) {
    context.requireCaller();
    return connectionOf(await context.ask(listCustomerOrders, { first, after: after ?? null }), after);
  },
};
