import type { AnyMessage } from '@evenkeel/contracts';
import { headers, type JetStreamClient, type PubAck } from 'nats';
import type { MessagingContext } from '../context.js';
import type { OutboxRow } from '../outbox/pack.js';
import { childSpan } from '../trace.js';
import { subjectOf } from './names.js';

const TIMEOUT_MS = 5_000;

/**
 * Publishes one row as one stream message and resolves when the broker has stored it. The header carries the span of
 * the publishing; each envelope has that of its own cause, which its readers go on from.
 */
export async function publishRow(
  { js, meter }: { readonly js: JetStreamClient; readonly meter: MessagingContext['meter'] },
  row: OutboxRow,
  definition: AnyMessage,
): Promise<PubAck> {
  const span = headers();
  span.set('traceparent', childSpan(null));
  const ack = await js.publish(subjectOf(definition), row.payload, {
    msgID: row.id,
    headers: span,
    timeout: TIMEOUT_MS,
  });
  meter.count('stream_messages_total', { type: row.type });
  return ack;
}
