import type { AnyMessage, MessageOf } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';

/** Everything that a service has committed to say, oldest transaction first, read from its outbox. */
export async function emitted(db: Database): Promise<Envelope[]> {
  const rows = await db.query<{ payload: string }>({ text: 'select payload from outbox order by at, id' });
  return rows.flatMap((row) => JSON.parse(row.payload) as Envelope[]);
}

/** The events of one definition that a service has committed to say. */
export async function emittedOf<D extends AnyMessage>(db: Database, definition: D): Promise<MessageOf<D>[]> {
  return (await emitted(db)).filter((event) => event.type === definition.type) as MessageOf<D>[];
}
