import type { AnyMessage, MessageData } from '@evenkeel/contracts';
import { type CorrelationId, newId, systemClock } from '@evenkeel/kernel';
import { newMessage, type Subject } from '@evenkeel/messaging';
import { databaseUrl, openDatabase } from '@evenkeel/postgres';

/**
 * Commits a row to the outbox of the service that owns this message, as its own code would, and returns the ids of
 * the messages in it: the relay of the service publishes it.
 */
export async function sayAs<D extends AnyMessage>(
  postgres: string,
  definition: D,
  subjects: readonly Subject<MessageData<D>>[],
): Promise<readonly string[]> {
  const cause = { id: null, correlationId: newId<CorrelationId>(), traceparent: null };
  const messages = subjects.map((subject) => newMessage(definition, subject, { cause, clock: systemClock }));
  const db = openDatabase({ url: databaseUrl(postgres, definition.owner), max: 1 });
  try {
    await db.query({
      text: 'insert into outbox (id, type, payload, events) values ($1, $2, $3, $4)',
      values: [newId(), definition.type, JSON.stringify(messages), messages.length],
    });
  } finally {
    await db.close();
  }
  return messages.map(({ id }) => id);
}
