import { type AnyMessage, type MessageData, messageByType, type Subscription } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import type { MessagingContext } from './context.js';
import { deadLetterStream } from './dead-letters/dead-letter-stream.js';
import { type DeadLetterDesk, openDeadLetterDesk } from './dead-letters/desk.js';
import type { QueuedItem } from './lane/item.js';
import { PlainLane } from './lane/plain-lane.js';
import type { Linger } from './lane/queue.js';
import { packOutbox } from './outbox/pack.js';
import { stillThere } from './outbox/rewind.js';
import { followIntoLane } from './stream/into-lane.js';
import { streamOf } from './stream/names.js';
import { publishRow } from './stream/publish-row.js';
import { createdAt, ensureStreams } from './stream/streams.js';
import { watchStreams } from './stream/watch-streams.js';

/** Handles the batch's messages of its types; must come out the same when called again with any of them. */
export interface PlainHandler {
  readonly types: readonly string[];
  readonly handle: (messages: readonly Envelope[]) => Promise<void>;
}

type OneOf<D extends AnyMessage> = D extends AnyMessage ? Envelope<D['type'], MessageData<D>> : never;

/** Binds messages to the idempotent function that handles a batch of them. */
export function projects<const Messages extends readonly AnyMessage[]>(
  messages: Messages,
  handle: (batch: readonly OneOf<Messages[number]>[]) => Promise<void>,
): PlainHandler {
  return {
    types: messages.map((m) => m.type),
    handle: (batch) => handle(batch as readonly OneOf<Messages[number]>[]),
  };
}

export interface PlainMessagingOptions {
  readonly handlers: readonly PlainHandler[];
  readonly subscriptions: readonly Subscription[];
  /** True for failures of the engine behind the handlers, which are retried for as long as they last. */
  readonly isOutage: (error: unknown) => boolean;
  readonly linger?: Partial<Linger>;
}

/** Starts the followers of a service that keeps its data in Mongo, Redis or Elasticsearch. */
export async function startPlainMessaging(
  context: MessagingContext,
  options: PlainMessagingOptions,
): Promise<{ readonly deadLetters: DeadLetterDesk }> {
  const letters = await deadLetterStream(context);
  const { subscriptions } = options;
  const lane = new PlainLane(context, {
    apply: async (items) => {
      for (const handler of options.handlers) {
        const mine = items.filter((item) => handler.types.includes(item.type)).map(messageOf);
        if (mine.length > 0) await handler.handle(mine);
      }
    },
    isOutage: options.isOutage,
    ...(options.linger ? { linger: options.linger } : {}),
  });
  context.onStop('lane', () => lane.drain());
  await followIntoLane(context, { lane, deadLetters: letters, subscriptions });
  await watchStreams(context);
  return { deadLetters: openDeadLetterDesk(context, { letters, lane, subscriptions }) };
}

function messageOf(item: QueuedItem): Envelope {
  if (!item.message) throw new Error(`${item.type} did not come as a message`);
  return item.message;
}

/** Where the broker stored a published row; lets its owner find out later whether it is still there. */
export interface Published {
  readonly stream: string;
  readonly seq: number;
  readonly messageId: string;
}

/**
 * Publishes events of a service that keeps its outbox elsewhere (in the changed document, or nowhere because the
 * announcement can be made again). Resolves when the broker has stored them all; repeated events are absorbed by
 * their readers, since the ids stay the same.
 */
export async function publishPlain(
  context: MessagingContext,
  events: readonly Envelope[],
): Promise<Published[]> {
  const js = context.nats.jetstream();
  return Promise.all(
    packOutbox(events).map(async (row) => {
      const definition = messageByType.get(row.type);
      if (!definition) throw new Error(`Nobody declared ${row.type}`);
      const { stream, seq } = await publishRow({ js, meter: context.meter }, row, definition);
      return { stream, seq, messageId: row.id };
    }),
  );
}

/** Whether the broker still has what it once acknowledged; false after its store was lost. */
export async function isStillStored(
  context: MessagingContext,
  published: Published & { created: Date },
): Promise<boolean> {
  const jsm = await context.nats.jetstreamManager();
  const { stream, messageId, seq, created } = published;
  return stillThere(jsm, stream, { id: messageId, seq, streamCreated: created });
}

/** Makes sure that the stream of a service's events is there, and tells when each was made. */
export async function ownStreams(context: MessagingContext): Promise<Map<string, Date>> {
  const jsm = await context.nats.jetstreamManager();
  const infos = await ensureStreams(jsm, new Set([streamOf('event', context.service)]));
  return new Map(infos.map((info) => [info.config.name, new Date(createdAt(info))]));
}
