import type { Database } from './database.js';
import type { Statement } from './statement.js';

/** One statement that reads whole tables in the order they lie in, unlike those on the way of an order. */
function scan<Row extends object>(db: Database, statement: Statement): Promise<Row[]> {
  return db.transaction(async (tx) => {
    const [, rows] = await Promise.all([
      tx.query({ text: 'set local enable_seqscan = on' }),
      tx.query<Row>(statement),
    ]);
    return rows;
  });
}

/** The one row of such a statement. */
export async function theOne<Row extends object>(db: Database, statement: Statement): Promise<Row> {
  const [row] = await scan<Row>(db, statement);
  if (!row) throw new Error('A statement that always has one row had none');
  return row;
}
