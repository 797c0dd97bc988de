import type { OrderId, Sku } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import type { Outcome, Reservation, ReservationStatus, Round, Shortage, StockRow } from '../reservation.js';
import type { Shelf } from '../shelf.js';

export interface StockSqlRow {
  readonly sku: Sku;
  readonly on_hand: number;
  readonly reserved: number;
  readonly version: number;
  readonly supplied: number;
  readonly adjusted: number;
}

export const selectStock = (skus: readonly string[]): Statement => ({
  name: 'stock-select',
  text: 'select sku, on_hand, reserved, version, supplied, adjusted from stock where sku = any($1::text[])',
  values: [skus],
});

export const toStock = ({ on_hand: onHand, ...row }: StockSqlRow): StockRow => ({ ...row, onHand });

export interface ReservationRow {
  readonly orderId: OrderId;
  readonly round: number;
  readonly sku: Sku;
  readonly quantity: number;
  readonly status: ReservationStatus;
}

export const selectReservations = (orders: readonly OrderId[]): Statement => ({
  name: 'reservations-select',
  text: `select order_id::text as "orderId", round, sku, quantity, status from reservations
where order_id = any($1::bigint[]) order by order_id, round, sku`,
  values: [orders],
});

export const toReservation = (row: ReservationRow): Reservation => ({ ...row, holdSeconds: 0 });

export interface RoundRow {
  readonly orderId: OrderId;
  readonly round: number;
  readonly outcome: Outcome;
  readonly version: number;
  readonly shortages: string | null;
}

export const selectRounds = (orders: readonly OrderId[]): Statement => ({
  name: 'rounds-select',
  text: `select order_id::text as "orderId", round, outcome, version, shortages from reservation_rounds
where order_id = any($1::bigint[])`,
  values: [orders],
});

export const toRound = ({ shortages, ...row }: RoundRow): Round => ({
  ...row,
  shortages: shortages === null ? [] : (JSON.parse(shortages) as Shortage[]),
});

export const selectReturned = (orders: readonly OrderId[]): Statement => ({
  name: 'returns-select',
  text: 'select order_id::text as "orderId" from returns where order_id = any($1::bigint[])',
  values: [orders],
});

/** Everything that the batch changed: one statement a table, keys sorted, the stock rows only at their versions. */
export function saveShelf(shelf: Shelf): Statement[] {
  const { stock, newReservations, changedReservations, rounds } = shelf.changes();
  const statements: Statement[] = [];
  const known = stock.filter(({ before }) => before !== null).sort(bySku);
  const fresh = stock.filter(({ before }) => before === null).sort(bySku);
  if (known.length > 0) statements.push(updateStock(known));
  if (fresh.length > 0) statements.push(insertStock(fresh.map(({ row }) => row)));
  if (shelf.movements.length > 0) statements.push(insertMovements(shelf));
  if (newReservations.length > 0) statements.push(insertReservations(newReservations));
  if (changedReservations.length > 0) statements.push(updateReservations(changedReservations));
  if (rounds.length > 0) statements.push(saveRounds(rounds));
  if (shelf.returns.size > 0) statements.push(insertReturns(shelf));
  return statements;
}

type Changed = ReturnType<Shelf['changes']>['stock'][number];
const bySku = (a: Changed, b: Changed) => (a.row.sku < b.row.sku ? -1 : 1);
const byOrder = (a: { orderId: OrderId; round: number }, b: { orderId: OrderId; round: number }) =>
  a.orderId === b.orderId ? a.round - b.round : BigInt(a.orderId) < BigInt(b.orderId) ? -1 : 1;

function updateStock(changed: readonly Changed[]): Statement {
  return mustChange(
    {
      name: 'stock-update',
      text: `update stock s set on_hand = n.h, reserved = n.r, version = n.v, adjusted = n.a
from unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[]) n(k, was, h, r, v, a)
where s.sku = n.k and s.version = n.was`,
      values: [
        changed.map(({ row }) => row.sku),
        changed.map(({ before }) => before?.version ?? 0),
        changed.map(({ row }) => row.onHand),
        changed.map(({ row }) => row.reserved),
        changed.map(({ row }) => row.version),
        changed.map(({ row }) => row.adjusted),
      ],
    },
    changed.length,
  );
}

/** Somebody else may have added the SKU meanwhile: then the batch is decided again. */
const insertStock = (rows: readonly StockRow[]): Statement =>
  mustChange(
    {
      name: 'stock-insert',
      text: `insert into stock (sku, on_hand, reserved, version, supplied)
select * from unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::int[]) on conflict (sku) do nothing`,
      values: [
        rows.map((r) => r.sku),
        rows.map((r) => r.onHand),
        rows.map((r) => r.reserved),
        rows.map((r) => r.version),
        rows.map((r) => r.supplied),
      ],
    },
    rows.length,
  );

const insertMovements = ({ movements }: Shelf): Statement => ({
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

function insertReservations(rows: readonly Reservation[]): Statement {
  const sorted = [...rows].sort(byOrder);
  return {
    name: 'reservations-insert',
    text: `insert into reservations (order_id, round, sku, quantity, status, expires_at)
select o, r, k, q, s, now() + make_interval(secs => e)
from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::text[], $6::int[]) n(o, r, k, q, s, e)`,
    values: [
      sorted.map((r) => r.orderId),
      sorted.map((r) => r.round),
      sorted.map((r) => r.sku),
      sorted.map((r) => r.quantity),
      sorted.map((r) => r.status),
      sorted.map((r) => r.holdSeconds),
    ],
  };
}

/** A row leaves HELD exactly once: the second who tries changes nothing and fails the batch. */
function updateReservations(rows: readonly Reservation[]): Statement {
  const sorted = [...rows].sort(byOrder);
  return mustChange(
    {
      name: 'reservations-update',
      text: `update reservations r set status = n.s
from unnest($1::bigint[], $2::int[], $3::text[], $4::text[]) n(o, r, k, s)
where r.order_id = n.o and r.round = n.r and r.sku = n.k and r.status = 'HELD'`,
      values: [
        sorted.map((r) => r.orderId),
        sorted.map((r) => r.round),
        sorted.map((r) => r.sku),
        sorted.map((r) => r.status),
      ],
    },
    sorted.length,
  );
}

function saveRounds(changed: ReturnType<Shelf['changes']>['rounds']): Statement {
  const sorted = [...changed].sort((a, b) => byOrder(a.round, b.round));
  return mustChange(
    {
      name: 'rounds-save',
      text: `insert into reservation_rounds as x (order_id, round, outcome, version, shortages)
select o, r, c, v, s from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::text[]) n(o, r, c, v, s)
on conflict (order_id, round) do update set outcome = excluded.outcome, version = excluded.version
where x.version = (select w from unnest($1::bigint[], $2::int[], $6::int[]) y(o, r, w)
  where y.o = x.order_id and y.r = x.round)`,
      values: [
        sorted.map(({ round }) => round.orderId),
        sorted.map(({ round }) => round.round),
        sorted.map(({ round }) => round.outcome),
        sorted.map(({ round }) => round.version),
        sorted.map(({ round }) => (round.shortages.length > 0 ? JSON.stringify(round.shortages) : null)),
        sorted.map(({ wasVersion }) => wasVersion),
      ],
    },
    sorted.length,
  );
}

const insertReturns = ({ returns }: Shelf): Statement => ({
  name: 'returns-insert',
  text: 'insert into returns (order_id, lines) select * from unnest($1::bigint[], $2::text[])',
  values: [[...returns.keys()], [...returns.values()].map((lines) => JSON.stringify(lines))],
});
