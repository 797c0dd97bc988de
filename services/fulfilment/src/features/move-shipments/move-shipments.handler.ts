import { handles, type Item, type Work } from '@evenkeel/messaging';
import type { Carrier } from '../../shipment.js';
import {
  type ParcelRow,
  saveParcels,
  selectDueForUpdate,
  selectParcels,
  toParcel,
} from '../../store/shipment-store.js';
import { decideBatch } from './decide-batch.js';
import { carrierRound, moving, type ParcelItem, toParcelInput } from './inputs.js';
import { newsOf } from './news.js';

/**
 * Everything that moves parcels: read once a batch, decided in order of arrival, written once. Parcels that are due
 * are locked as they are read, and those that another instance is just carrying are left to it.
 */
export const moveShipmentsHandler = (carrier: Carrier) =>
  handles(moving, async (items, work) => {
    const { rows, due, at } = await load(items, work);
    const revisions = new Map(rows.map((row) => [row.orderId, row.revision]));
    const parcels = rows.map(toParcel);
    const { changed, said } = decideBatch({ parcels, due }, items.map(toParcelInput));
    for (const statement of saveParcels(changed, revisions, carrier)) work.write(statement);
    for (const one of said) {
      const { definition, subject } = newsOf(one, at);
      work.emit(definition, subject, itemAt(items, one.index));
    }
    for (const item of items) if (item.type === carrierRound.type) work.answer(item, due.length);
  });

async function load(items: readonly ParcelItem[], work: Work) {
  const orderIds = [...new Set(items.flatMap((item) => ('orderId' in item.data ? [item.data.orderId] : [])))];
  const limits = items.flatMap((item) => ('limit' in item.data ? [item.data.limit] : []));
  const [named, due, clock] = await Promise.all([
    orderIds.length > 0 ? work.query<ParcelRow>(selectParcels(orderIds)) : [],
    limits.length > 0 ? work.query<ParcelRow>(selectDueForUpdate(Math.max(...limits))) : [],
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  // A parcel that is read twice counts as it was read under its lock.
  const rows = [...new Map([...named, ...due].map((row) => [row.orderId, row])).values()];
  const at = (clock[0]?.now ?? new Date(0)).toISOString();
  return { rows, due: due.map((row) => row.orderId), at };
}

function itemAt(items: readonly ParcelItem[], index: number): Item {
  const item = items[index];
  if (!item) throw new Error(`A batch of ${items.length} has no item ${index}`);
  return item;
}
