import { orderPlaced, placeOrder } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import { handles, type ItemOf, type Work } from '@evenkeel/messaging';
import { answerOfKey, type KeyedAnswer, keyName } from '../../keyed.js';
import type { Order } from '../../order.js';
import { placingHash } from '../../placing-hash.js';
import { readCoupons, readEntries, selectCatalogue, selectCoupons } from '../../store/catalogue-store.js';
import { insertKeys, type KeyRow, type NewKey, selectKeys } from '../../store/key-store.js';
import { insertOrders } from '../../store/order-store.js';
import { askStock } from '../../workflows/saga/effects.js';
import { decidePlacing, type Knowledge } from './place-order.js';

interface Parts {
  readonly nextId: () => OrderId;
  readonly payWithinSeconds: number;
}

type PlaceItem = ItemOf<typeof placeOrder>;

/** Places a batch of orders: each key is claimed in the transaction that writes its order. */
export const placeOrderHandler = (parts: Parts) =>
  handles([placeOrder], async (items, work) => {
    const wanted = items.map((item) => ({ item, key: keyOf(item), hash: placingHash(item.data) }));
    const { known, knowledge } = await load(work, wanted);
    const orders: { order: Order; item: PlaceItem }[] = [];
    const keys: NewKey[] = [];
    for (const { item, key, hash } of wanted) {
      const row = known.get(keyName(key));
      if (row) {
        answer(work, item, answerOfKey(row, hash));
        continue;
      }
      if (!item.caller) throw new Error('place-order came without a caller');
      const orderId = parts.nextId();
      const placing = decidePlacing({ input: item.data, caller: item.caller, orderId }, knowledge);
      const result = placing.kind === 'order' ? null : placing.result;
      const claimed = placing.kind === 'order' ? orderId : null;
      keys.push({ ...key, bodyHash: hash, orderId: claimed, result });
      // A second request of the same batch with this key finds it claimed.
      known.set(keyName(key), toRow(key, { hash, orderId: claimed, result }));
      if (placing.kind === 'order') orders.push({ order: placing.order, item });
      const decided: KeyedAnswer = result
        ? { kind: 'decided', orderId: null, result, replayed: false }
        : { kind: 'waiting', orderId };
      answer(work, item, decided);
    }
    if (orders.length > 0)
      for (const statement of insertOrders(orders.map((o) => o.order))) work.write(statement);
    if (keys.length > 0) work.write(insertKeys(keys));
    for (const { order, item } of orders)
      announce(work, { order, item, payWithinSeconds: parts.payWithinSeconds });
  });

const answer = (work: Work, item: PlaceItem, keyed: KeyedAnswer): void => work.answer(item, keyed);

function keyOf(item: PlaceItem) {
  if (!item.caller) throw new Error('place-order came without a caller');
  return { caller: item.caller.sub, operation: 'place-order', key: item.data.key };
}

async function load(work: Work, wanted: readonly { item: PlaceItem; key: ReturnType<typeof keyOf> }[]) {
  const skus = [...new Set(wanted.flatMap(({ item }) => item.data.lines.map((line) => line.sku)))].sort();
  const codes = wanted
    .map(({ item }) => item.data.coupon?.trim().toUpperCase())
    .filter((code) => code !== undefined);
  const [keys, entries, coupons, clock] = await Promise.all([
    work.query<KeyRow>(selectKeys(wanted.map(({ key }) => key))),
    work.query<{ sku: string; line: string }>(selectCatalogue(skus)),
    codes.length > 0 ? work.query<{ code: string; terms: string }>(selectCoupons(codes)) : [],
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  const knowledge: Knowledge = {
    catalogue: readEntries(entries),
    coupons: readCoupons(coupons),
    now: clock[0]?.now ?? new Date(0),
  };
  return { known: new Map(keys.map((row) => [keyName(row), row])), knowledge };
}

function toRow(
  key: ReturnType<typeof keyOf>,
  claimed: { hash: string; orderId: OrderId | null; result: NewKey['result'] },
): KeyRow {
  const result = claimed.result ? JSON.stringify(claimed.result) : null;
  return { ...key, body_hash: claimed.hash, order_id: claimed.orderId, result };
}

function announce(work: Work, placed: { order: Order; item: PlaceItem; payWithinSeconds: number }): void {
  const { order, item } = placed;
  const { orderId } = order.facts;
  const { placedAt: occurredAt } = order.facts;
  work.emit(orderPlaced, { aggregateId: orderId, aggregateVersion: 1, data: order.facts, occurredAt }, item);
  const { definition, data } = askStock(order, order.progress.round, placed.payWithinSeconds);
  work.emit(definition, { aggregateId: orderId, aggregateVersion: 1, data }, item);
}
