import { AckPolicy, type ConsumerConfig, type JsMsg, type NatsConnection, nanos } from 'nats';

const BATCH = 200;
const PATIENCE_MS = 5_000;
/** A reading that was given up leaves nothing at the broker after this. */
const FORGOTTEN_AFTER_MS = 60_000;

/**
 * Hands over what a stream holds when the reading begins, batch by batch, beside all durables. Returns how many
 * messages did not come after all.
 */
export async function readThrough(
  nats: NatsConnection,
  stream: string,
  where: Partial<ConsumerConfig>,
  onBatch: (messages: readonly JsMsg[]) => Promise<void>,
): Promise<number> {
  const jsm = await nats.jetstreamManager();
  const made = await jsm.consumers.add(stream, {
    ack_policy: AckPolicy.None,
    inactive_threshold: nanos(FORGOTTEN_AFTER_MS),
    mem_storage: true,
    ...where,
  });
  const reader = await nats.jetstream().consumers.get(stream, made.name);
  let left = made.num_pending;
  while (left > 0) {
    const fetched = await reader.fetch({ max_messages: Math.min(left, BATCH), expires: PATIENCE_MS });
    const messages: JsMsg[] = [];
    for await (const message of fetched) messages.push(message);
    if (messages.length === 0) break;
    left -= messages.length;
    await onBatch(messages);
  }
  await jsm.consumers.delete(stream, made.name);
  return left;
}
