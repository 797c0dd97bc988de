import type { Subscription } from '@evenkeel/contracts';
import type { ConsumerMessages, JetStreamClient, JetStreamManager, JsMsg } from 'nats';
import type { MessagingContext } from '../context.js';
import { ensureDurable } from './durable.js';

const PULL = 400;
const RESTART_MS = 250;
const STOP_WITHIN_MS = 1_000;
const GONE: readonly string[] = ['consumer_deleted', 'consumer_not_found', 'stream_not_found'];

export interface Follower {
  /** False while the durable cannot be read. */
  reading(): boolean;
  /** Begins again with a durable that is declared anew: after a reconnect the broker may have lost it. */
  restart(): void;
  /** Takes no more; what was fetched already is still handed over. */
  stop(): Promise<void>;
}

export interface FollowParts {
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  /** Called for each stream message in turn; the next one waits until it resolves. */
  readonly onMessage: (message: JsMsg) => Promise<void>;
}

/** Reads one durable for as long as the process lives; makes stream and durable again when the broker lost them. */
export function follow(context: MessagingContext, subscription: Subscription, parts: FollowParts): Follower {
  const { durable } = subscription;
  let stopped = false;
  let messages: ConsumerMessages | undefined;

  async function read(): Promise<void> {
    const stream = await ensureDurable({ nats: context.nats, jsm: parts.jsm }, subscription);
    const consumer = await parts.js.consumers.get(stream, durable);
    const reading = await consumer.consume({ max_messages: PULL, idle_heartbeat: 5_000 });
    if (stopped) return void (await reading.close());
    messages = reading;
    void watch(reading);
    for await (const message of reading) await parts.onMessage(message);
  }

  /** Ends the reading when the broker says that the durable or its stream is gone. */
  async function watch(reading: ConsumerMessages): Promise<void> {
    for await (const { type, data } of await reading.status()) {
      const silent = type === 'heartbeats_missed' && Number(data) >= 2;
      if ((GONE.includes(type) || silent) && !stopped) await reading.close();
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
    restart: () => void messages?.close(),
    async stop() {
      stopped = true;
      await messages?.close();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS))]);
    },
  };
}
