import {
  availabilityOf,
  eachPage,
  listAccounts,
  listDoubts,
  listEntries,
  listOrderFacts,
  listOrderPoints,
  listProducts,
  listReservations,
  listReviews,
  listSales,
  listShipments,
  listStock,
} from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import type { ProductStore } from '../../store/product-store.js';
import type { WalletStore } from '../../store/wallet-store.js';
import { type Keeping, keep, type Told, toldBy } from '../orders/orders.projection.js';
import {
  eventsOf,
  type NewsOfOrder,
  ofDoubt,
  ofPoints,
  ofReservation,
  ofSale,
  ofShipment,
} from './told-by-owners.js';

/** Whom to ask, and whom to tell how many items were read. */
export interface Reading {
  readonly call: House['call'];
  readonly onRead: (items: number) => Promise<void>;
}

const FIRST = 100;
/** Orders carry all their events, and a page must fit into one message of the bus. */
const FIRST_ORDERS = 25;

/** Fills the read models of orders from everybody who knows something of them. */
export async function readOrders({ call, onRead }: Reading, keeping: Keeping): Promise<void> {
  await eachPage(
    (after) => call(listOrderFacts, { first: FIRST_ORDERS, after }),
    async (page) => {
      const told = page.flatMap((item) =>
        eventsOf(item).map((event) => toldBy.event(item.facts.orderId, event)),
      );
      if (told.length > 0) await keep(keeping, told);
      await onRead(page.length);
    },
  );
  const take = async (news: readonly NewsOfOrder[]) => {
    if (news.length > 0)
      await keep(
        keeping,
        news.map((one) => toldBy.news(one.orderId, one.news)),
      );
    await onRead(news.length);
  };
  const page = (after: string | null) => ({ first: FIRST, after });
  await eachPage(
    (after) => call(listReservations, { ...page(after), status: 'CONFIRMED' }),
    (items) => take(items.flatMap(ofReservation)),
  );
  await eachPage(
    (after) => call(listSales, page(after)),
    (items) => take(items.flatMap(ofSale)),
  );
  await eachPage(
    (after) => call(listOrderPoints, page(after)),
    (items) => take(items.flatMap(ofPoints)),
  );
  await eachPage(
    (after) => call(listDoubts, page(after)),
    (items) => take(items.flatMap(ofDoubt)),
  );
  await eachPage(
    (after) => call(listShipments, page(after)),
    (items) => take(items.flatMap(ofShipment)),
  );
}

/** All that everybody knows of one order. */
export async function newsOfOneOrder(call: Reading['call'], orderId: OrderId): Promise<Told[]> {
  const before = { first: 1, after: (BigInt(orderId) - 1n).toString() };
  const ofOrder = { first: FIRST, orderId };
  const [orders, reservations, sales, points, shipments] = await Promise.all([
    call(listOrderFacts, before),
    call(listReservations, { ...ofOrder, status: 'CONFIRMED' }),
    call(listSales, before),
    call(listOrderPoints, before),
    call(listShipments, ofOrder),
  ]);
  const events = orders.items
    .filter(({ facts }) => facts.orderId === orderId)
    .flatMap((item) => eventsOf(item).map((event) => toldBy.event(orderId, event)));
  const doubts: NewsOfOrder[] = [];
  await eachPage(
    (after) => call(listDoubts, { first: FIRST, after }),
    (items) => Promise.resolve(doubts.push(...items.flatMap(ofDoubt))),
  );
  const news = [
    ...reservations.items.flatMap(ofReservation),
    ...sales.items.flatMap(ofSale),
    ...points.items.flatMap(ofPoints),
    ...shipments.items.flatMap(ofShipment),
    ...doubts,
  ];
  const mine = news.filter((one) => one.orderId === orderId).map((one) => toldBy.news(orderId, one.news));
  return [...events, ...mine];
}

/** Fills the read models of products: the records, what is left of them, and what people say. */
export async function readProducts({ call, onRead }: Reading, store: ProductStore): Promise<void> {
  await eachPage(
    (after) => call(listProducts, { first: FIRST, after }),
    async (page) => {
      await store.publish(page);
      await onRead(page.length);
    },
  );
  await eachPage(
    (after) => call(listStock, { first: FIRST, after }),
    async (page) => {
      await store.setAvailability(page.map(availabilityOf));
      await onRead(page.length);
    },
  );
  await eachPage(
    (after) => call(listReviews, { first: FIRST, after }),
    async (page) => {
      if (page.length > 0) await store.addReviews(page);
      await onRead(page.length);
    },
  );
}

/** Fills the wallets of customers, and every change of them. */
export async function readWallets({ call, onRead }: Reading, store: WalletStore): Promise<void> {
  await eachPage(
    (after) => call(listAccounts, { first: FIRST, after }),
    async (page) => {
      await store.apply(
        page.map(({ customerId, available, frozen, version }) => ({
          customerId,
          wallet: { available, frozen, version, entries: [] },
        })),
      );
      await onRead(page.length);
    },
  );
  await eachPage(
    (after) => call(listEntries, { first: FIRST, after }),
    async (page) => {
      await store.keepEntries(page);
      await onRead(page.length);
    },
  );
}
