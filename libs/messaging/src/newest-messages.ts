import { DeliverPolicy } from 'nats';
import type { MessagingContext } from './context.js';
import { streamOf } from './stream/names.js';
import { readThrough } from './stream/read-through.js';
import { streamInfo } from './stream/streams.js';

/** A message as its stream holds it. */
export interface StoredMessage {
  /** Of the row that it was published from. */
  readonly messageId: string;
  readonly subject: string;
  readonly payload: string;
  readonly storedAtMs: number;
}

/** The newest messages of the events of a service, oldest first, read beside all who follow them. */
export async function newestMessages(
  { nats }: Pick<MessagingContext, 'nats'>,
  service: string,
  count: number,
): Promise<StoredMessage[]> {
  const stream = streamOf('event', service);
  const info = await streamInfo(await nats.jetstreamManager(), stream);
  if (!info || info.state.messages === 0) return [];
  const from = Math.max(info.state.first_seq, info.state.last_seq - count + 1);
  const found: StoredMessage[] = [];
  const where = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: from };
  await readThrough(nats, stream, where, async (messages) => {
    for (const message of messages)
      found.push({
        messageId: message.headers?.get('Nats-Msg-Id') ?? '',
        subject: message.subject,
        payload: new TextDecoder().decode(message.data),
        storedAtMs: message.info.timestampNanos / 1e6,
      });
  });
  return found;
}
