import type { GraphQLResolveInfo } from 'graphql';
import { selectedFields } from '../graphql/selects.js';
import type { RequestContext } from '../request/request-context.js';
import type { Topic } from './announcement.js';
import type { FeedItem } from './feed-hub.js';

/** What the announcement of an order says by itself. */
const ANNOUNCED = new Set(['number', 'state', 'version', 'settled']);

/** The live feed: `Subscription.feed` and `FeedEvent`. */
export const feedFields = {
  Subscription: {
    feed: {
      subscribe(
        _: unknown,
        args: { topics: readonly Topic[]; since?: string | null },
        context: RequestContext,
      ) {
        const { sub } = context.requireCaller();
        return context.shop.feed.listen({
          customerId: sub,
          topics: new Set(args.topics),
          since: args.since ?? null,
          endsAt: context.identity?.expiresAt ?? 0,
          onTake: context.renew,
        });
      },
      resolve: (item: FeedItem) => item,
    },
  },
  FeedEvent: {
    order(item: FeedItem, _: unknown, context: RequestContext, info: GraphQLResolveInfo) {
      if (item.kind !== 'ORDER') return null;
      const { orderId, state, version, settled } = item.data;
      const loads = [...selectedFields(info)].some((name) => !ANNOUNCED.has(name));
      // Most pages only want to know that it moved: no call for each step of each order.
      return loads ? context.loaders.orders.load(orderId) : { facts: { orderId }, state, version, settled };
    },
    product: (item: FeedItem, _: unknown, { shop }: RequestContext) =>
      item.kind === 'PRODUCT' ? shop.products.byId(item.data.productId) : null,
    wallet: (item: FeedItem) => (item.kind === 'WALLET' ? item.data : null),
  },
};
