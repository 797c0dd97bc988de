import type { OrderId, Sku } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import type { Changes } from '../shelf.js';
import type { Movement, StockRow } from '../stock.js';

const COLUMNS = 's.sku, s.on_hand as "onHand", s.reserved, s.version';

/** Stock rows by name. */
export const selectStock = (skus: readonly Sku[]): Statement => ({
  name: 'stock-select',
  text: `select ${COLUMNS} from stock s where s.sku = any($1::text[])`,
  values: [skus],
});

/** Stock rows by name, and those that these orders have reservations of: names and numbers in one flight. */
export const selectStockOfOrders = (skus: readonly Sku[], orders: readonly OrderId[]): Statement => ({
  name: 'stock-select-of-orders',
  text: `select ${COLUMNS} from stock s where s.sku in (
  select unnest($1::text[]) union select r.sku from reservations r where r.order_id = any($2::bigint[]))`,
  values: [skus, orders],
});

const bySku = (a: StockRow, b: StockRow) => (a.sku < b.sku ? -1 : 1);

/** Writes every stock row once, only at the version that was read, and the movements that led there. */
export function saveStock({ newStock, changedStock, movements }: Changes): Statement[] {
  const statements: Statement[] = [];
  if (changedStock.length > 0) statements.push(updateStock(changedStock));
  if (newStock.length > 0) statements.push(insertStock([...newStock].sort(bySku)));
  if (movements.length > 0) statements.push(insertMovements(movements));
  return statements;
}

/** The rows are locked in the order of their SKUs, whatever plan is taken, so that two writers cannot lock each other out. */
function updateStock(changed: Changes['changedStock']): Statement {
  const sorted = [...changed].sort((a, b) => bySku(a.row, b.row));
  return mustChange(
    {
      name: 'stock-update',
      text: `update stock s set on_hand = n.on_hand, reserved = n.reserved, version = n.version
from (
  select x.sku, w.on_hand, w.reserved, w.version
  from unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::int[]) w(sku, was, on_hand, reserved, version)
  join stock x on x.sku = w.sku and x.version = w.was
  order by x.sku for update of x
) n where s.sku = n.sku`,
      values: [
        sorted.map(({ row }) => row.sku),
        sorted.map(({ before }) => before.version),
        sorted.map(({ row }) => row.onHand),
        sorted.map(({ row }) => row.reserved),
        sorted.map(({ row }) => row.version),
      ],
    },
    sorted.length,
  );
}

/** If somebody else has added the SKU meanwhile, the batch is decided again. */
const insertStock = (rows: readonly StockRow[]): Statement =>
  mustChange(
    {
      name: 'stock-insert',
      text: `insert into stock (sku, on_hand, reserved, version)
select * from unnest($1::text[], $2::int[], $3::int[], $4::int[]) on conflict (sku) do nothing`,
      values: [
        rows.map((r) => r.sku),
        rows.map((r) => r.onHand),
        rows.map((r) => r.reserved),
        rows.map((r) => r.version),
      ],
    },
    rows.length,
  );

const insertMovements = (movements: readonly Movement[]): Statement => ({
  name: 'movements-insert',
  text: `insert into stock_movements (sku, version, kind, on_hand_delta, reserved_delta, order_id, reason)
select * from unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::int[], $6::bigint[], $7::text[])`,
  values: [
    movements.map((m) => m.sku),
    movements.map((m) => m.version),
    movements.map((m) => m.kind),
    movements.map((m) => m.onHandDelta),
    movements.map((m) => m.reservedDelta),
    movements.map((m) => m.orderId),
    movements.map((m) => m.reason),
  ],
});
