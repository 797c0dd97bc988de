import type { Subscription } from '@evenkeel/contracts';
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  NatsError,
  nanos,
} from 'nats';
import type { MessagingContext } from '../context.js';
import { streamOf, subjectOf } from './names.js';
import { ensureStreams } from './streams.js';

/** What a process that was killed had taken comes to the next one after this. */
const ACK_WAIT_MS = 10_000;
const MAX_ACK_PENDING = 4_000;
const PULL = 400;
const RESTART_MS = 250;

export interface Follower {
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
  const [first] = subscription.messages;
  if (!first) throw new Error(`${subscription.durable} follows nothing`);
  const stream = streamOf(first.kind, first.owner);
  let stopped = false;
  let messages: ConsumerMessages | undefined;

  async function ensureDurable(): Promise<void> {
    await ensureStreams(parts.jsm, new Set([stream]));
    const wanted = {
      durable_name: subscription.durable,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait: nanos(ACK_WAIT_MS),
      max_deliver: -1,
      max_ack_pending: MAX_ACK_PENDING,
      filter_subjects: subscription.messages.map(subjectOf),
    };
    const [info, known] = await Promise.all([
      parts.jsm.streams.info(stream),
      infoOf(parts.jsm, stream, wanted.durable_name),
    ]);
    if (known && known.delivered.stream_seq > info.state.last_seq) {
      // The stream lost its end: this durable would skip whatever is stored there next.
      context.log.warn(
        { durable: subscription.durable },
        'The durable stands beyond the end of its stream; making it anew',
      );
      await parts.jsm.consumers.delete(stream, wanted.durable_name);
    }
    await parts.jsm.consumers.add(stream, wanted);
  }

  async function read(): Promise<void> {
    await ensureDurable();
    const consumer = await parts.js.consumers.get(stream, subscription.durable);
    messages = await consumer.consume({ max_messages: PULL, idle_heartbeat: 5_000 });
    const reading = messages;
    void watch(reading);
    for await (const message of reading) await parts.onMessage(message);
  }

  /** Ends the reading when the broker says that the durable or its stream is gone. */
  async function watch(reading: ConsumerMessages): Promise<void> {
    for await (const status of await reading.status()) {
      const gone = ['consumer_deleted', 'consumer_not_found', 'stream_not_found'].includes(status.type);
      const silent = status.type === 'heartbeats_missed' && Number(status.data) >= 2;
      if ((gone || silent) && !stopped) await reading.close();
    }
  }

  const running = (async () => {
    while (!stopped) {
      try {
        await read();
      } catch (error) {
        if (!stopped)
          context.log.warn({ err: error, durable: subscription.durable }, 'Reading stopped; starting again');
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
    }
  })();

  return {
    async stop() {
      stopped = true;
      await messages?.close();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    },
  };
}

async function infoOf(jsm: JetStreamManager, stream: string, durable: string) {
  try {
    return await jsm.consumers.info(stream, durable);
  } catch (error) {
    if (error instanceof NatsError && error.api_error?.err_code === 10_014) return null;
    throw error;
  }
}
