import type { Subscription } from '@evenkeel/contracts';
import {
  AckPolicy,
  type ConsumerConfig,
  type ConsumerInfo,
  DeliverPolicy,
  type JetStreamManager,
  type NatsConnection,
  NatsError,
  nanos,
} from 'nats';
import { streamOf, subjectOf } from './names.js';
import { ensureStreams } from './streams.js';

/** What a process that was killed had taken comes to the next one after this. */
const ACK_WAIT_MS = 10_000;
const MAX_ACK_PENDING = 4_000;
const CONSUMER_NOT_FOUND = [10_014];
/** With another configuration; servers have given either code. */
const ALREADY_EXISTS = [10_013, 10_148];

/** The stream that a subscription reads. */
export function streamOfSubscription({ durable, messages: [first] }: Subscription): string {
  if (!first) throw new Error(`${durable} follows nothing`);
  return streamOf(first.kind, first.owner);
}

export const durablesOf = async (jsm: JetStreamManager, stream: string): Promise<ConsumerInfo[]> => {
  const found: ConsumerInfo[] = [];
  for await (const info of jsm.consumers.list(stream)) found.push(info);
  return found;
};

/** Declares a durable and its stream, as the registry says, where the broker does not have them (any more). */
export async function ensureDurable(
  { nats, jsm }: { readonly nats: NatsConnection; readonly jsm: JetStreamManager },
  subscription: Subscription,
): Promise<string> {
  const stream = streamOfSubscription(subscription);
  await ensureStreams(jsm, new Set([stream]));
  await dropDurablesBeyondEnd(jsm, stream);
  const config = {
    durable_name: subscription.durable,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ACK_WAIT_MS),
    max_deliver: -1,
    max_ack_pending: MAX_ACK_PENDING,
    ...filter(subscription.messages, nats.info?.version ?? ''),
  };
  try {
    await jsm.consumers.add(stream, config);
  } catch (error) {
    if (!hasCode(error, ALREADY_EXISTS)) throw error;
    // An older version of this service followed something else. What it follows now has to be read from the beginning;
    // what was read already is absorbed by the inbox, or by its version.
    await deleteDurable(jsm, stream, subscription.durable);
    await jsm.consumers.add(stream, config);
  }
  return stream;
}

const hasCode = (error: unknown, codes: readonly number[]): boolean =>
  error instanceof NatsError && codes.includes(error.api_error?.err_code ?? 0);

/** A server before 2.10 takes no more than one filter: there the reader gets the whole stream and leaves the rest. */
export function filter(messages: Subscription['messages'], version: string): Partial<ConsumerConfig> {
  const subjects = messages.map(subjectOf);
  const [only] = subjects;
  if (only && subjects.length === 1) return { filter_subject: only };
  return /^2\.[0-9]\./.test(version) ? {} : { filter_subjects: subjects };
}

/**
 * Removes the durables that would skip what is stored next, since their stream lost its end, and returns their names:
 * whoever follows one makes it anew and reads from the beginning.
 */
export async function dropDurablesBeyondEnd(jsm: JetStreamManager, stream: string): Promise<string[]> {
  // The durables first: the stream only grows meanwhile, so none is taken for lost that is not.
  const durables = await durablesOf(jsm, stream);
  const { state } = await jsm.streams.info(stream);
  const beyond = durables.filter(({ delivered }) => delivered.stream_seq > state.last_seq);
  await Promise.all(beyond.map(({ name }) => deleteDurable(jsm, stream, name)));
  return beyond.map(({ name }) => name);
}

async function deleteDurable(jsm: JetStreamManager, stream: string, name: string): Promise<void> {
  try {
    await jsm.consumers.delete(stream, name);
  } catch (error) {
    // Another process was quicker.
    if (!hasCode(error, CONSUMER_NOT_FOUND)) throw error;
  }
}
