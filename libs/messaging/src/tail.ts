import { parseMessage } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import { DeliverPolicy, type OrderedConsumerOptions } from 'nats';
import { watchConnection } from './connect.js';
import type { MessagingContext } from './context.js';
import { streamOf } from './stream/names.js';
import { ensureStreams } from './stream/streams.js';

/** A place in the stream of view changes: which stream it is (made when), and how far. */
export interface FeedCursor {
  readonly epoch: string;
  readonly seq: number;
}

export interface Tail {
  /** The newest place. */
  cursor(): FeedCursor;
  stop(): Promise<void>;
}

/** Reads what `views` announces from now on, in order, for this process alone. Begins again by itself after a loss. */
export async function tailViews(
  context: MessagingContext,
  onBatch: (events: Envelope[], cursor: FeedCursor) => void,
): Promise<Tail> {
  const stream = streamOf('event', 'views');
  const jsm = await context.nats.jetstreamManager();
  const js = context.nats.jetstream();
  let cursor: FeedCursor = { epoch: '', seq: 0 };
  let stopped = false;
  let close: (() => Promise<unknown>) | undefined;

  async function read(): Promise<void> {
    const [info] = await ensureStreams(jsm, new Set([stream]));
    if (!info) throw new Error(`${stream} is not declared`);
    const epoch = Date.parse(info.created).toString(36);
    // After a reconnect to the same stream, on from where it was.
    const from = cursor.epoch === epoch ? Math.min(cursor.seq, info.state.last_seq) : info.state.last_seq;
    cursor = { epoch, seq: from };
    const options: Partial<OrderedConsumerOptions> = {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: from + 1,
    };
    const consumer = await js.consumers.get(stream, options);
    const messages = await consumer.consume({ max_messages: 200 });
    close = () => messages.close();
    if (stopped) await close();
    try {
      for await (const message of messages) {
        const events = JSON.parse(new TextDecoder().decode(message.data)) as unknown[];
        cursor = { epoch, seq: message.seq };
        onBatch(events.map(parseMessage), cursor);
      }
    } finally {
      await messages.close();
    }
  }

  void (async () => {
    while (!stopped) {
      try {
        await read();
      } catch (error) {
        context.log.warn({ err: error }, 'Lost the stream of view changes; starting again');
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  // The library would go on from its old place, which a stream that was made anew may not reach for long.
  watchConnection(context.nats, { back: () => void close?.() });
  const tail: Tail = {
    cursor: () => cursor,
    async stop() {
      stopped = true;
      await close?.();
    },
  };
  context.onStop('feed', tail.stop);
  return tail;
}
