import type { Subscription } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import { DeliverPolicy } from 'nats';
import type { MessagingContext } from './context.js';
import { filter, streamOfSubscription } from './stream/durable.js';
import { readThrough } from './stream/read-through.js';
import { createdAt, ensureStreams, streamInfo } from './stream/streams.js';
import { unpack } from './stream/unpack.js';

/** How far a stream went at some moment; `created` tells it from one that was made anew since. */
export interface StreamPlace {
  readonly created: string;
  readonly seq: number;
}
export type StreamPlaces = ReadonlyMap<string, StreamPlace>;

/** How far the streams of these subscriptions go just now. */
export async function streamPlaces(
  context: Pick<MessagingContext, 'nats'>,
  subscriptions: readonly Subscription[],
): Promise<StreamPlaces> {
  const jsm = await context.nats.jetstreamManager();
  const infos = await ensureStreams(jsm, new Set(subscriptions.map(streamOfSubscription)));
  return new Map(
    infos.map((info) => [info.config.name, { created: createdAt(info), seq: info.state.last_seq }]),
  );
}

export interface Replay {
  readonly subscriptions: readonly Subscription[];
  /** What was stored up to here is left out. */
  readonly after: StreamPlaces;
  readonly onEvents: (events: readonly Envelope[]) => Promise<void>;
}

/**
 * Hands over all events of the subscriptions that came after a place, each stream in its order, up to where it goes
 * when its turn comes. It reads beside the durables, which it does not move. What cannot be read is left out: it is
 * among the dead letters of those who follow.
 */
export async function replay(
  context: Pick<MessagingContext, 'nats'>,
  { subscriptions, after, onEvents }: Replay,
): Promise<void> {
  const jsm = await context.nats.jetstreamManager();
  for (const subscription of subscriptions) {
    const stream = streamOfSubscription(subscription);
    const info = await streamInfo(jsm, stream);
    const place = after.get(stream);
    const from = info && place?.created === createdAt(info) ? place.seq : 0;
    if (info && info.state.last_seq > from) await readOn(context, { subscription, from, onEvents });
  }
}

interface Reading extends Pick<Replay, 'onEvents'> {
  readonly subscription: Subscription;
  readonly from: number;
}

async function readOn(
  { nats }: Pick<MessagingContext, 'nats'>,
  { subscription, from, onEvents }: Reading,
): Promise<void> {
  const stream = streamOfSubscription(subscription);
  const where = {
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: from + 1,
    ...filter(subscription.messages, nats.info?.version ?? ''),
  };
  const types = new Set<string>(subscription.messages.map(({ type }) => type));
  const left = await readThrough(nats, stream, where, async (messages) => {
    const events = messages
      .flatMap(unpack)
      .flatMap((one) => (one.readable && types.has(one.message.type) ? [one.message] : []));
    if (events.length > 0) await onEvents(events);
  });
  if (left > 0) throw new Error(`${stream} stopped being read with ${left} messages to come`);
}
