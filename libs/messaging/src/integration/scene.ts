import { customerRegistered, type DeadLetter } from '@evenkeel/contracts';
import { type CustomerId, newId } from '@evenkeel/kernel';
import { eventually } from '@evenkeel/testing';
import { expect } from 'vitest';
import { arrive, followed, greeted, registered } from './greetings.js';
import { IDENTITY, type Stage } from './stage.js';

/** An event as it travels, with an id that can be given again. */
export const event = (name: string, id: string = newId()) => ({
  id,
  type: customerRegistered.type,
  version: 1,
  occurredAt: '2026-01-01T00:00:00.000Z',
  aggregateId: name,
  aggregateVersion: 1,
  correlationId: newId(),
  causationId: null,
  traceparent: null,
  data: registered(name, newId<CustomerId>()),
});

/** Somebody who says who registered, and what can be seen of those who follow. */
export async function openScene(stage: Stage) {
  const publisher = await stage.publisher();
  const { nats } = publisher.house;
  const jsm = await nats.jetstreamManager();
  const { db } = stage.heard;
  const waiting = async () => {
    const { num_ack_pending, num_pending } = await jsm.consumers.info(IDENTITY, followed.durable);
    return { unacknowledged: num_ack_pending, untaken: num_pending };
  };
  return {
    publisher,
    nats,
    jsm,
    say: (...names: string[]) => publisher.messaging.tell(arrive, { names }),
    /** Publishes as it stands, past the checks of the outbox. */
    publishRaw: (events: unknown) =>
      nats
        .jetstream()
        .publish(
          `events.${customerRegistered.type}`,
          typeof events === 'string' ? events : JSON.stringify(events),
        ),
    waiting,
    nothingWaits: () =>
      eventually(async () => expect(await waiting()).toEqual({ unacknowledged: 0, untaken: 0 }), {
        withinMs: 15_000,
      }),
    allGreeted: (names: readonly string[]) =>
      eventually(async () => expect(await greeted(db)).toEqual(names), { withinMs: 15_000 }),
    deadLetters: () =>
      db.query<Omit<DeadLetter, 'id' | 'payload' | 'at'>>({
        text: 'select durable, type, error, tries from dead_letters',
      }),
  };
}
