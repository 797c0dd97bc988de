import { randomUUID } from 'node:crypto';
import { databaseUrl, openDatabase, type Statement } from '@evenkeel/postgres';

/** Writes into the databases of owners what no code of theirs ever would, so that somebody else has to find it. */
export function plants(postgres: string) {
  async function write(service: string, statements: readonly Statement[]): Promise<void> {
    const db = openDatabase({ url: databaseUrl(postgres, service), max: 1 });
    try {
      await db.transaction((tx) => {
        for (const statement of statements) tx.write(statement);
        return Promise.resolve();
      });
    } finally {
      await db.close();
    }
  }

  return {
    /** The bank took the money, and we never heard of it and do not ask. */
    paidAtBankOnly: async (order: string, total: number) => {
      const attempt = randomUUID();
      await write('payment', [
        {
          text: `insert into attempts (id, order_id, state, amount, currency, next_query_at, in_doubt_at, correlation_id, version)
values ($1::uuid, $2, 'unknown', $3, 'USD', now() + interval '1 year', now(), $1::text, 1)`,
          values: [attempt, order, total],
        },
      ]);
      await write('bank', [
        {
          text: `insert into charges (reference, bank_reference, state, amount, currency, taken, taken_currency, fee, behaviour, captured_at)
values ($1, 'planted', 'captured', $2, 'USD', $2, 'USD', 5, 'ok', now())`,
          values: [attempt, total],
        },
      ]);
      return attempt;
    },
    paidHereOnly: (attempt: string) =>
      write('bank', [{ text: 'delete from charges where reference = $1', values: [attempt] }]),
    amountDiffers: (attempt: string) =>
      write('bank', [
        { text: 'update charges set taken = taken - 1 where reference = $1', values: [attempt] },
      ]),
    heldByDeadOrder: (order: string) =>
      write('inventory', [
        {
          text: `update reservations set status = 'HELD', expires_at = now() + interval '1 year' where order_id = $1`,
          values: [order],
        },
        {
          text: `update reservation_rounds set outcome = 'granted' where order_id = $1 and round = 1`,
          values: [order],
        },
        {
          text: `with held as (select sku, quantity from reservations where order_id = $1::bigint),
row as (update stock s set reserved = s.reserved + h.quantity, version = s.version + 1 from held h
  where s.sku = h.sku returning s.sku, s.version, h.quantity)
insert into stock_movements (sku, version, kind, on_hand_delta, reserved_delta, order_id)
select sku, version, 'held', 0, quantity, $1::bigint from row`,
          values: [order],
        },
      ]),
    saleMissing: (order: string) =>
      write('finance', [
        { text: "set local session_replication_role = 'replica'" },
        {
          text: `delete from entries where journal_id in (
  select id from journals where order_id = $1 and kind = 'sale')`,
          values: [order],
        },
        { text: `delete from journals where order_id = $1 and kind = 'sale'`, values: [order] },
      ]),
    pointsTwice: (order: string) =>
      write('loyalty', [
        {
          text: `with once as (
  insert into entries (id, customer_id, kind, points, balance, order_id)
  select gen_random_uuid(), customer_id, kind, points, balance + points, order_id from entries
  where order_id = $1 and kind = 'earned' returning customer_id, points)
update accounts a set available = a.available + o.points from once o where a.customer_id = o.customer_id`,
          values: [order],
        },
      ]),
    attemptOf: async (order: string): Promise<string> => {
      const db = openDatabase({ url: databaseUrl(postgres, 'payment'), max: 1 });
      try {
        const [row] = await db.query<{ id: string }>({
          text: "select id from attempts where order_id = $1 and state = 'captured'",
          values: [order],
        });
        if (!row) throw new Error(`Order ${order} has no captured attempt`);
        return row.id;
      } finally {
        await db.close();
      }
    },
  };
}
