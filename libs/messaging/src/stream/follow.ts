import type { Subscription } from '@evenkeel/contracts';
import type { ConsumerMessages, JetStreamClient, JetStreamManager, JsMsg } from 'nats';
import type { MessagingContext } from '../context.js';
import type { Reading } from './delivery.js';
import { ensureDurable } from './durable.js';

const PULL = 400;
const RESTART_MS = 250;
const STOP_WITHIN_MS = 1_000;
const GONE: readonly string[] = ['consumer_deleted', 'consumer_not_found', 'stream_not_found'];

export interface Follower {
  /** False while the durable cannot be read. */
  reading(): boolean;
  /** From now on nothing that was taken is acknowledged: what the connection is to may be lost. */
  forsake(): void;
  /** Begins again with a durable that is declared anew: after a reconnect the broker may have lost it. */
  restart(): void;
  /** Takes no more; what was fetched already is still handed over. */
  stop(): Promise<void>;
}

export interface FollowParts {
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  /** Called for each stream message in turn; the next one waits until it resolves. */
  readonly onMessage: (message: JsMsg, reading: Reading) => Promise<void>;
}

/** Reads one durable for as long as the process lives; makes stream and durable again when the broker lost them. */
export function follow(context: MessagingContext, subscription: Subscription, parts: FollowParts): Follower {
  const { durable } = subscription;
  let stopped = false;
  let messages: ConsumerMessages | undefined;
  let reading: Reading = { isOver: false };

  async function read(): Promise<void> {
    const stream = await ensureDurable({ nats: context.nats, jsm: parts.jsm }, subscription);
    const consumer = await parts.js.consumers.get(stream, durable);
    const fetched = await consumer.consume({ max_messages: PULL, idle_heartbeat: 5_000 });
    if (stopped) return void (await fetched.close());
    const own = { isOver: false };
    reading = own;
    messages = fetched;
    void watch(fetched, own);
    for await (const message of fetched) await parts.onMessage(message, own);
  }

  /** Ends the reading when the broker says that the durable or its stream is gone. */
  async function watch(fetched: ConsumerMessages, own: Reading): Promise<void> {
    for await (const { type, data } of await fetched.status()) {
      const isGone = GONE.includes(type);
      if (isGone) own.isOver = true;
      const isSilent = type === 'heartbeats_missed' && Number(data) >= 2;
      if ((isGone || isSilent) && !stopped) await fetched.close();
    }
  }

  const running = (async () => {
    while (!stopped) {
      try {
        await read();
      } catch (error) {
        if (!stopped) context.log.warn({ err: error, durable }, 'Reading stopped; starting again');
      }
      messages = undefined;
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
    }
  })();

  return {
    reading: () => messages !== undefined,
    forsake() {
      reading.isOver = true;
    },
    restart: () => void messages?.close(),
    async stop() {
      stopped = true;
      await messages?.close();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS))]);
    },
  };
}
