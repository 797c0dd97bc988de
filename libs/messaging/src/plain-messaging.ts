import { type AnyMessage, type MessageData, messageByType, type Subscription } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import type { MessagingContext } from './context.js';
import type { QueuedItem } from './lane/item.js';
import { PlainLane } from './lane/plain-lane.js';
import type { Linger } from './lane/queue.js';
import { packOutbox } from './outbox/pack.js';
import { followIntoLane } from './stream/into-lane.js';
import { deadSubjectOf, subjectOf } from './stream/names.js';
import { ensureDeadStream } from './stream/streams.js';

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
): Promise<void> {
  const jsm = await context.nats.jetstreamManager();
  const js = context.nats.jetstream();
  await ensureDeadStream(jsm, context.service);
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
  const tries = new Map<string, number>();
  await followIntoLane(context, {
    lane,
    subscriptions: options.subscriptions,
    burying: {
      countTry(id) {
        const count = (tries.get(id) ?? 0) + 1;
        tries.set(id, count);
        return Promise.resolve(count);
      },
      async bury(letter) {
        await js.publish(deadSubjectOf(context.service, letter.type), JSON.stringify(letter), {
          msgID: `${letter.durable}:${letter.id}`,
        });
        tries.delete(letter.id);
      },
    },
  });
}

function messageOf(item: QueuedItem): Envelope {
  if (!item.message) throw new Error(`${item.type} did not come as a message`);
  return item.message;
}

/**
 * Publishes events of a service that keeps its outbox elsewhere (in the changed document, or nowhere because the
 * announcement can be made again). Resolves when the broker has stored them all; repeated rows are absorbed by id.
 */
export async function publishPlain(context: MessagingContext, events: readonly Envelope[]): Promise<void> {
  const js = context.nats.jetstream();
  await Promise.all(
    packOutbox(events).map((row) => {
      const definition = messageByType.get(row.type);
      if (!definition) throw new Error(`Nobody declared ${row.type}`);
      context.meter.count('stream_messages_total', { type: row.type });
      return js.publish(subjectOf(definition), row.payload, { msgID: row.id });
    }),
  );
}
