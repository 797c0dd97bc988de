import type { Database } from '@evenkeel/postgres';

/** Those of the messages of which there is a row in the outbox. */
export async function findMessages(db: Database, messageIds: readonly string[]): Promise<string[]> {
  const text = 'select id from outbox where id = any($1::uuid[])';
  return (await db.query<{ id: string }>({ text, values: [messageIds] })).map(({ id }) => id);
}
