import { type AdjustStockResult, type adjustStock, Problem } from '@evenkeel/contracts';
import { type EventId, newId } from '@evenkeel/kernel';
import type { ItemOf, Work } from '@evenkeel/messaging';
import { bodyHash } from '@evenkeel/runtime';
import { availableOf, type StockRow } from '../../reservation.js';
import type { Shelf } from '../../shelf.js';
import { insertAudit, insertKeys, selectKeys } from '../../store/key-store.js';
import { adjust } from './decide.js';

type AdjustItem = ItemOf<typeof adjustStock>;

export interface UsedKey {
  readonly caller: string;
  readonly key: string;
  readonly body_hash: string;
  readonly result: string;
}

/** Keys that were used before, and the database's time. */
export interface Keys {
  readonly used: Map<string, UsedKey>;
  readonly at: string;
}

const nameOf = (caller: string, key: string) => `${caller}/${key}`;

function callerOf(item: AdjustItem): string {
  if (!item.caller) throw new Error('adjust-stock came without a caller');
  return item.caller.sub;
}

/** The keys that this batch's adjustments were asked with before. */
export async function loadKeys(work: Work, items: readonly { readonly type: string }[]): Promise<Keys> {
  const mine = items.filter((item): item is AdjustItem => item.type === 'inventory.adjust-stock');
  if (mine.length === 0) return { used: new Map(), at: '' };
  const [rows, clock] = await Promise.all([
    work.query<UsedKey>(selectKeys(mine.map((item) => ({ caller: callerOf(item), key: item.data.key })))),
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  const used = new Map(rows.map((row) => [nameOf(row.caller, row.key), row]));
  return { used, at: (clock[0]?.now ?? new Date(0)).toISOString() };
}

/** One adjustment: its key, its audit entry and its movement are written with the stock row itself. */
export function adjustAll(
  shelf: Shelf,
  item: AdjustItem,
  { work, keys }: { readonly work: Work; readonly keys: Keys },
): void {
  const caller = callerOf(item);
  const { key, sku, delta, reason } = item.data;
  const hash = bodyHash(item.data);
  const used = keys.used.get(nameOf(caller, key));
  if (used) {
    if (used.body_hash !== hash) {
      throw new Problem(
        'house.key-reused',
        'This idempotency key was used before with another body; use a new key',
      );
    }
    work.answer(item, { replayed: true, result: JSON.parse(used.result) as AdjustStockResult });
    return;
  }
  const before = shelf.stock.get(sku);
  const answer = adjust(shelf, { sku, delta, reason });
  const after = shelf.stock.get(sku);
  const result: AdjustStockResult =
    answer.kind === 'adjusted' && after
      ? { kind: 'adjusted', stock: stockOf(after, { reason, delta, at: keys.at }) }
      : (answer as AdjustStockResult);
  const row = { caller, key, body_hash: hash, result: JSON.stringify(result) };
  keys.used.set(nameOf(caller, key), row);
  work.write(insertKeys([row]));
  if (answer.kind === 'adjusted' && before && after) {
    const entry = { id: newId<EventId>(), operator: caller, action: 'adjust-stock', subject: sku, reason };
    work.write(insertAudit({ ...entry, before: String(before.onHand), after: String(after.onHand) }));
  }
  work.answer(item, { replayed: false, result });
}

/** The stock as the adjustment left it; only its own movement is named. */
function stockOf(row: StockRow, { reason, delta, at }: { reason: string; delta: number; at: string }) {
  const { version } = row;
  const movement = {
    kind: 'adjusted' as const,
    onHandDelta: delta,
    reservedDelta: 0,
    orderId: null,
    reason,
    version,
    at,
  };
  return {
    sku: row.sku,
    onHand: row.onHand,
    reserved: row.reserved,
    available: availableOf(row),
    sold: row.supplied + row.adjusted - row.onHand,
    version,
    movements: [movement],
  };
}
