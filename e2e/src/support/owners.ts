import { type Database, databaseUrl, openDatabase } from '@evenkeel/postgres';
import { shop } from './scenario.js';

/** Looks into, or changes, the database of one owner: for what no door shows, such as the time of a key. */
export async function inDatabaseOf<Result>(
  owner: string,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const db = openDatabase({ url: databaseUrl(shop().engines.postgres ?? '', owner), max: 1 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** How often the bank took money for an order, and how often it gave some back, by its own book. */
export async function inTheBanksBook(order: string): Promise<{ charges: number; refunds: number }> {
  const attempts = await inDatabaseOf('payment', (db) =>
    db.query<{ id: string }>({ text: 'select id from attempts where order_id = $1', values: [order] }),
  );
  const [counted] = await inDatabaseOf('bank', (db) =>
    db.query<{ charges: number; refunds: number }>({
      text: `select (select count(*)::int from charges where reference = any($1::uuid[]) and taken is not null) as charges,
  (select count(*)::int from refunds where reference = any($1::uuid[])) as refunds`,
      values: [attempts.map(({ id }) => id)],
    }),
  );
  if (!counted) throw new Error('The bank has no book');
  return counted;
}
