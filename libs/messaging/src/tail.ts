import { parseMessage } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import { DeliverPolicy, type OrderedConsumerOptions } from 'nats';
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
    await ensureStreams(jsm, new Set([stream]));
    const info = await jsm.streams.info(stream);
    const epoch = Date.parse(info.created).toString(36);
    cursor = { epoch, seq: info.state.last_seq };
    const options: Partial<OrderedConsumerOptions> = {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: info.state.last_seq + 1,
    };
    const consumer = await js.consumers.get(stream, options);
    const messages = await consumer.consume({ max_messages: 200 });
    close = () => messages.close();
    for await (const message of messages) {
      const events = JSON.parse(new TextDecoder().decode(message.data)) as unknown[];
      cursor = { epoch, seq: message.seq };
      onBatch(events.map(parseMessage), cursor);
    }
  }

  const first = read;
  void (async () => {
    while (!stopped) {
      try {
        await first();
      } catch (error) {
        context.log.warn({ err: error }, 'Lost the stream of view changes; starting again');
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
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
