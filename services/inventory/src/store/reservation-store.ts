import type { OrderId, Sku } from '@evenkeel/kernel';
import { mustChange, type Statement } from '@evenkeel/postgres';
import type { Outcome, Reservation, Round, RoundId, Shortage } from '../reservation.js';
import type { Changes, NewReservation, NewRound } from '../shelf.js';

export interface RoundRow extends RoundId {
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

export const selectReservations = (orders: readonly OrderId[]): Statement => ({
  name: 'reservations-select',
  text: `select order_id::text as "orderId", round, sku, quantity, status from reservations
where order_id = any($1::bigint[]) order by order_id, round, sku`,
  values: [orders],
});

function byRound(a: RoundId & { sku?: Sku }, b: RoundId & { sku?: Sku }): number {
  if (a.orderId !== b.orderId) return BigInt(a.orderId) < BigInt(b.orderId) ? -1 : 1;
  if (a.round !== b.round) return a.round - b.round;
  return (a.sku ?? '') < (b.sku ?? '') ? -1 : 1;
}

/** Writes fences, reservations and returns: the fences first, since who loses one of them must write nothing else. */
export function saveReservations(changes: Changes): Statement[] {
  const { newRounds, changedRounds, newReservations, leftHeld, returns } = changes;
  const statements: Statement[] = [];
  if (newRounds.length > 0) statements.push(...addRounds([...newRounds].sort(byRound)));
  if (changedRounds.length > 0) statements.push(updateRounds(changedRounds));
  if (newReservations.length > 0) statements.push(insertReservations([...newReservations].sort(byRound)));
  if (leftHeld.length > 0) statements.push(updateReservations([...leftHeld].sort(byRound)));
  if (returns.length > 0) statements.push(insertReturns([...returns].sort(byRound)));
  return statements;
}

const shortagesOf = (rounds: readonly Round[]) =>
  rounds.map(({ shortages }) => (shortages.length > 0 ? JSON.stringify(shortages) : null));

/**
 * A try and the refund of its order write different rows, and each decides by whether the other's is there. So rounds
 * are added to an order by one transaction after the other, and only to what was read: else the batch is decided again.
 */
const addRounds = (rounds: readonly NewRound[]): Statement[] => [
  {
    name: 'rounds-turn',
    text: 'select count(pg_advisory_xact_lock(order_id)) from unnest($1::bigint[]) order_id',
    values: [[...new Set(rounds.map((r) => r.orderId))]],
  },
  insertRounds(rounds),
];

/** A statement of its own after the turn was waited for: it sees what others have committed until then. */
const insertRounds = (rounds: readonly NewRound[]): Statement =>
  mustChange(
    {
      name: 'rounds-insert',
      text: `insert into reservation_rounds (order_id, round, outcome, version, shortages)
select n.order_id, n.round, n.outcome, n.version, n.shortages
from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::text[], $6::int[])
  n(order_id, round, outcome, version, shortages, beside)
where n.beside = (select count(*) from reservation_rounds f where f.order_id = n.order_id)
on conflict (order_id, round) do nothing`,
      values: [
        rounds.map((r) => r.orderId),
        rounds.map((r) => r.round),
        rounds.map((r) => r.outcome),
        rounds.map((r) => r.version),
        shortagesOf(rounds),
        rounds.map((r) => r.beside),
      ],
    },
    rounds.length,
  );

function updateRounds(changed: Changes['changedRounds']): Statement {
  const sorted = [...changed].sort((a, b) => byRound(a.round, b.round));
  const rounds = sorted.map(({ round }) => round);
  return mustChange(
    {
      name: 'rounds-update',
      text: `update reservation_rounds f set outcome = n.outcome, version = n.version, shortages = n.shortages
from unnest($1::bigint[], $2::int[], $3::int[], $4::text[], $5::int[], $6::text[])
  n(order_id, round, was, outcome, version, shortages)
where f.order_id = n.order_id and f.round = n.round and f.version = n.was`,
      values: [
        rounds.map((r) => r.orderId),
        rounds.map((r) => r.round),
        sorted.map(({ was }) => was),
        rounds.map((r) => r.outcome),
        rounds.map((r) => r.version),
        shortagesOf(rounds),
      ],
    },
    sorted.length,
  );
}

/** How long a hold lives is counted by the database's clock from the moment it is written. */
const insertReservations = (rows: readonly NewReservation[]): Statement => ({
  name: 'reservations-insert',
  text: `insert into reservations (order_id, round, sku, quantity, status, expires_at)
select n.order_id, n.round, n.sku, n.quantity, n.status, now() + make_interval(secs => n.seconds)
from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::text[], $6::int[])
  n(order_id, round, sku, quantity, status, seconds)`,
  values: [...columns(rows), rows.map((r) => r.status), rows.map((r) => r.holdSeconds)],
});

/** A row leaves HELD exactly once: the second who tries changes nothing and fails the batch. */
const updateReservations = (rows: readonly Reservation[]): Statement =>
  mustChange(
    {
      name: 'reservations-update',
      text: `update reservations r set status = n.status
from unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::text[]) n(order_id, round, sku, quantity, status)
where r.order_id = n.order_id and r.round = n.round and r.sku = n.sku and r.quantity = n.quantity
  and r.status = 'HELD'`,
      values: [...columns(rows), rows.map((r) => r.status)],
    },
    rows.length,
  );

const insertReturns = (rows: Changes['returns']): Statement => ({
  name: 'returns-insert',
  text: `insert into returns (order_id, round, sku, quantity)
select * from unnest($1::bigint[], $2::int[], $3::text[], $4::int[])`,
  values: columns(rows),
});

const columns = (
  rows: readonly (RoundId & { readonly sku: Sku; readonly quantity: number })[],
): unknown[] => [
  rows.map((r) => r.orderId),
  rows.map((r) => r.round),
  rows.map((r) => r.sku),
  rows.map((r) => r.quantity),
];
