import type { Subscription } from '@evenkeel/contracts';
import type { JsMsg } from 'nats';
import { watchConnection } from '../connect.js';
import type { MessagingContext } from '../context.js';
import type { DeadLetters } from '../dead-letters/dead-letter.js';
import type { QueuedItem } from '../lane/item.js';
import { laneItem } from '../lane/lane-item.js';
import { Delivery, type Reading } from './delivery.js';
import { follow } from './follow.js';
import { giveBack } from './give-back.js';
import { subjectOf } from './names.js';
import { type Unpacked, unpack } from './unpack.js';

/** Events that may wait in memory before the readers hold back. */
const MAX_WAITING = 3_000;
const WORKING_EVERY_MS = 3_000;

/** Where the events go: a lane with a database, or one without. */
export interface Sink {
  push(item: QueuedItem): void;
  room(below: number): Promise<void>;
}

export interface IntoLane {
  readonly lane: Sink;
  readonly deadLetters: Pick<DeadLetters, 'countTry' | 'bury'>;
  readonly subscriptions: readonly Subscription[];
}

/** Reads all durables of a service into its one lane, and acknowledges a message when its last event is settled. */
export async function followIntoLane(context: MessagingContext, into: IntoLane): Promise<void> {
  const open = new Set<Delivery>();
  const js = context.nats.jetstream();
  const jsm = await context.nats.jetstreamManager();
  const beat = setInterval(() => {
    for (const delivery of open) delivery.working();
  }, WORKING_EVERY_MS);

  const followers = into.subscriptions.map((subscription) => {
    const { durable } = subscription;
    const subjects = new Set(subscription.messages.map(subjectOf));
    const onMessage = async (message: JsMsg, reading: Reading) => {
      if (!subjects.has(message.subject)) return message.ack();
      take(durable, message, reading);
      await into.lane.room(MAX_WAITING);
    };
    return { durable, ...follow(context, subscription, { js, jsm, onMessage }) };
  });
  watchConnection(context.nats, {
    lost() {
      for (const follower of followers) follower.forsake();
    },
    back() {
      for (const follower of followers) follower.restart();
    },
  });
  context.readiness('followers', () => {
    const idle = followers.filter((follower) => !follower.reading()).map(({ durable }) => durable);
    return idle.length > 0 ? Promise.reject(new Error(`Not read: ${idle.join(', ')}`)) : Promise.resolve();
  });
  context.onStop('followers', async () => {
    await Promise.all(followers.map((follower) => follower.stop()));
    clearInterval(beat);
  });

  function take(durable: string, message: JsMsg, reading: Reading): void {
    const events = unpack(message);
    if (events.length === 0) {
      message.ack();
      return;
    }
    const onSettled = (settled: Delivery) => void open.delete(settled);
    const delivery = new Delivery(message, { events: events.length, reading, onSettled });
    open.add(delivery);
    context.meter.count('consumed_total', { durable }, events.length);
    if (message.redelivered) context.meter.count('redelivered_total', { durable });
    for (const event of events) put(durable, event, delivery);
  }

  function put(durable: string, event: Unpacked, delivery: Delivery): void {
    if (!event.readable) {
      const letter = { id: event.id, durable, type: 'unreadable', payload: event.payload };
      void giveBack(context, into.deadLetters, { letter, error: event.error, delivery, hopeless: true });
      return;
    }
    const { message } = event;
    const settle = {
      done: () => delivery.done(),
      failed: (error: unknown) => {
        const letter = { id: message.id, durable, type: message.type, payload: JSON.stringify(message) };
        return giveBack(context, into.deadLetters, { letter, error, delivery });
      },
    };
    into.lane.push(laneItem(message, settle));
  }
}
