import { orderChanged } from '@evenkeel/contracts';
import { type CorrelationId, type CustomerId, newId, type OrderId, systemClock } from '@evenkeel/kernel';
import { type FeedCursor, newMessage, publishPlain, tailViews } from '@evenkeel/messaging';
import { eventually, fakeHouse, throwAwayBroker } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';

const broker = await throwAwayBroker();
const house = await fakeHouse('bff', { natsUrl: broker.url });
const heard: { version: number; cursor: FeedCursor }[] = [];
const tail = await tailViews(house, (events, cursor) => {
  for (const { aggregateVersion } of events) heard.push({ version: aggregateVersion, cursor });
});

afterAll(async () => {
  await house.stop();
  await broker.stop();
});

async function announce(version: number): Promise<void> {
  const cause = { id: null, correlationId: newId<CorrelationId>(), traceparent: null };
  const orderId = '1' as OrderId;
  const data = { orderId, customerId: newId<CustomerId>(), version, state: 'paid', settled: false } as const;
  const subject = { aggregateId: orderId, aggregateVersion: version, data };
  await publishPlain(house, [newMessage(orderChanged, subject, { cause, clock: systemClock })]);
}

const versions = () => heard.map(({ version }) => version);

test('announcements come in order, each with its place', async () => {
  await eventually(() => expect(tail.cursor().epoch).not.toBe(''));
  for (const version of [1, 2, 3]) await announce(version);
  await eventually(() => expect(versions()).toEqual([1, 2, 3]));
  expect(heard.map(({ cursor }) => cursor.seq)).toEqual([1, 2, 3]);
  expect(tail.cursor()).toEqual(heard[2]?.cursor);
});

test('it goes on where it was when the broker was away', async () => {
  const { epoch } = tail.cursor();
  await broker.kill();
  await eventually(() => announce(4), { withinMs: 15_000 });
  await eventually(() => expect(versions()).toEqual([1, 2, 3, 4]), { withinMs: 15_000 });
  expect(tail.cursor()).toEqual({ epoch, seq: 4 });
});

test('a stream that was made anew is another epoch, and is read from its beginning', async () => {
  const { epoch } = tail.cursor();
  await broker.wipe();
  await eventually(() => expect(tail.cursor()).not.toMatchObject({ epoch }), { withinMs: 15_000 });
  await eventually(() => announce(5), { withinMs: 15_000 });
  await eventually(() => expect(versions()).toContain(5), { withinMs: 15_000 });
  expect(tail.cursor().seq).toBe(1);
});
