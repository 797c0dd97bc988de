import {
  type ActionOutput,
  type Cart,
  getCart,
  getOrder,
  getOrders,
  getSession,
  getWallet,
  type OrderView,
  type Viewer,
} from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import DataLoader from 'dataloader';
import { viewOfSnapshot } from '../shop/order/view-of-snapshot.js';
import type { RequestContext } from './request-context.js';

export type WalletPage = NonNullable<ActionOutput<typeof getWallet>>;

/** What a request loads, each thing once. */
export interface Loaders {
  /** An order of the caller, or null. */
  readonly orders: DataLoader<OrderId, OrderView | null>;
  /** The caller's cart as it is with so many points spent. */
  cart(points: number): Promise<Cart>;
  /** The wallet with one page of its entries; null for whom has none. */
  wallet(first: number, after: string | null): Promise<WalletPage | null>;
  /** The viewer with name and address, which the identity token does not carry; null when the session has ended. */
  viewer(): Promise<Viewer | null>;
}

/** Loaders for one request and one identity. */
export function createLoaders(context: RequestContext): Loaders {
  return {
    orders: new DataLoader((ids) => loadOrders(context, ids), { maxBatchSize: 100 }),
    cart: once((points: number) => {
      const { sub, currency, kind } = context.requireCaller();
      return context.ask(getCart, { customerId: sub, currency, earns: kind !== 'guest', points });
    }),
    wallet: once((first: number, after: string | null) => context.ask(getWallet, { first, after })),
    viewer: once(async () => {
      const { sessionToken } = context.request;
      if (sessionToken === null) return null;
      const session = await context.ask(getSession, { token: sessionToken });
      return session?.viewer ?? null;
    }),
  };
}

/** Views first; what it lacks the owner may have already: nobody is told that what they just placed does not exist. */
async function loadOrders(context: RequestContext, ids: readonly OrderId[]): Promise<(OrderView | null)[]> {
  const views = await context.ask(getOrders, { orderIds: [...ids] });
  return Promise.all(
    ids.map(async (orderId, i) => {
      const view = views[i];
      if (view) return view;
      const snapshot = await context.ask(getOrder, { orderId });
      return snapshot ? viewOfSnapshot(snapshot) : null;
    }),
  );
}

/** Remembers the promise for the same arguments. */
function once<Args extends readonly (string | number | null)[], T>(load: (...args: Args) => Promise<T>) {
  const made = new Map<string, Promise<T>>();
  return (...args: Args): Promise<T> => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? load(...args);
    made.set(key, known);
    return known;
  };
}
