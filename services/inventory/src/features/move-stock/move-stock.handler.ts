import {
  adjustStock,
  availabilityChanged,
  confirmStock,
  orderPaid,
  productPublished,
  releaseStock,
  reserveStock,
  shipmentCancelled,
  shipmentReturned,
  stockConfirmed,
  stockConfirmRefused,
  stockRefused,
  stockReleased,
  stockReserved,
  stockReturned,
} from '@evenkeel/contracts';
import { assertNever, type OrderId, type Sku } from '@evenkeel/kernel';
import { handles, type Item, type ItemOf, localInput, type Work } from '@evenkeel/messaging';
import { isVisible, toAvailability } from '../../availability.js';
import { roundKey } from '../../reservation.js';
import { Shelf } from '../../shelf.js';
import {
  type ReservationRow,
  type RoundRow,
  type StockSqlRow,
  saveShelf,
  selectReservations,
  selectReturned,
  selectRounds,
  selectStock,
  toReservation,
  toRound,
  toStock,
} from '../../store/stock-store.js';
import { adjustAll, type Keys, loadKeys } from './adjust-stock.js';
import { confirm, expire, giveBack, release, reserve, supply } from './decide.js';

/** A hold outlived its order; `order` was asked first. */
export const holdExpired = localInput<{ readonly orderId: OrderId; readonly round: number }>()(
  'inventory.hold-expired',
);

const inputs = [
  reserveStock,
  confirmStock,
  releaseStock,
  orderPaid,
  shipmentCancelled,
  shipmentReturned,
  productPublished,
  adjustStock,
  holdExpired,
] as const;
type StockItem = ItemOf<(typeof inputs)[number]>;

/**
 * Everything that touches stock: the batch is the unit of work (consistency.md §2). All rows it names are read once
 * with their versions, all items are decided in order of arrival, and all is written in one transaction that fails
 * if any version moved.
 */
export const moveStockHandler = handles(inputs, async (items, work) => {
  const { shelf, keys } = await load(work, items);
  for (const item of items) moveOne(shelf, item, { work, keys });
  const { stock } = shelf.changes();
  for (const statement of saveShelf(shelf)) work.write(statement);
  const [cause] = items;
  if (!cause) return;
  for (const { row, before } of stock) {
    if (!isVisible(before, row)) continue;
    work.emit(
      availabilityChanged,
      { aggregateId: row.sku, aggregateVersion: row.version, data: toAvailability(row) },
      cause,
    );
  }
});

async function load(work: Work, items: readonly StockItem[]) {
  const skus = new Set<Sku>();
  const orders = new Set<OrderId>();
  for (const item of items) {
    if (item.type === 'catalog.product-published') for (const v of item.data.variants) skus.add(v.sku as Sku);
    else if (item.type === 'inventory.adjust-stock') skus.add(item.data.sku);
    else {
      orders.add(item.data.orderId);
      if ('lines' in item.data) for (const line of item.data.lines) skus.add(line.sku);
    }
  }
  const orderIds = [...orders];
  const onlyTries = items.every((item) => item.type === 'inventory.reserve-stock');
  const [reservations, rounds, returned, keys] = await Promise.all([
    // A first try has no rows yet; a repeated one is answered by its fence.
    orderIds.length > 0 && !onlyTries ? work.query<ReservationRow>(selectReservations(orderIds)) : [],
    orderIds.length > 0 ? work.query<RoundRow>(selectRounds(orderIds)) : [],
    orderIds.length > 0 && !onlyTries ? work.query<{ orderId: OrderId }>(selectReturned(orderIds)) : [],
    loadKeys(work, items),
  ]);
  for (const row of reservations) skus.add(row.sku);
  const stock = skus.size > 0 ? await work.query<StockSqlRow>(selectStock([...skus].sort())) : [];
  const shelf = new Shelf({
    stock: stock.map(toStock),
    reservations: reservations.map(toReservation),
    rounds: rounds.map(toRound),
    returned: returned.map((row) => row.orderId),
  });
  return { shelf, keys };
}

interface Surroundings {
  readonly work: Work;
  readonly keys: Keys;
}

function moveOne(shelf: Shelf, item: StockItem, { work, keys }: Surroundings): void {
  switch (item.type) {
    case 'inventory.reserve-stock':
      tellReserved(work, item, reserve(shelf, item.data));
      return;
    case 'inventory.release-stock':
    case 'inventory.hold-expired': {
      const { orderId, round } = item.data;
      const released =
        item.type === 'inventory.release-stock'
          ? release(shelf, { orderId, round })
          : expire(shelf, { orderId, round });
      if (!released) return;
      const subject = { aggregateId: roundKey(orderId, round), aggregateVersion: released.version };
      work.emit(stockReleased, { ...subject, data: { orderId, round } }, item);
      return;
    }
    case 'order.order-paid':
    case 'inventory.confirm-stock':
      tellConfirmed(work, item, shelf);
      return;
    case 'fulfilment.shipment-cancelled':
    case 'fulfilment.shipment-returned': {
      const { orderId } = item.data;
      const returned = giveBack(shelf, orderId);
      if (!returned || returned.lines.length === 0) return;
      const subject = { aggregateId: orderId, aggregateVersion: 1 };
      work.emit(stockReturned, { ...subject, data: { orderId, lines: returned.lines } }, item);
      return;
    }
    case 'catalog.product-published':
      for (const { sku, openingStock } of item.data.variants) supply(shelf, sku as Sku, openingStock);
      return;
    case 'inventory.adjust-stock':
      adjustAll(shelf, item, { work, keys });
      return;
    default:
      assertNever(item);
  }
}

function tellReserved(
  work: Work,
  item: ItemOf<typeof reserveStock>,
  answer: ReturnType<typeof reserve>,
): void {
  const { orderId, round } = item.data;
  const subject = { aggregateId: roundKey(orderId, round), aggregateVersion: answer.version };
  if (answer.granted) work.emit(stockReserved, { ...subject, data: { orderId, round } }, item);
  else
    work.emit(stockRefused, { ...subject, data: { orderId, round, shortages: [...answer.shortages] } }, item);
}

function tellConfirmed(work: Work, item: ItemOf<typeof orderPaid | typeof confirmStock>, shelf: Shelf): void {
  const { orderId, round } = item.data;
  const answer = confirm(shelf, { orderId, round });
  if (answer.kind === 'refunded') return;
  const subject = { aggregateId: roundKey(orderId, round), aggregateVersion: answer.version };
  const event = answer.kind === 'confirmed' ? stockConfirmed : stockConfirmRefused;
  work.emit(event, { ...subject, data: { orderId, round } }, item as Item);
}
