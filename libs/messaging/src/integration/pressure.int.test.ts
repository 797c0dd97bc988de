import { customerRegistered } from '@evenkeel/contracts';
import { handles } from '@evenkeel/messaging';
import { eventually } from '@evenkeel/testing';
import { millis } from 'nats';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { arrive, followed, greeted, greeting, namesOf } from './greetings.js';
import { IDENTITY, openStage } from './stage.js';

const stage = await openStage();
const publisher = await stage.publisher();
const jsm = await publisher.house.nats.jetstreamManager();

beforeEach(async () => {
  await stage.heard.db.query({ text: 'truncate greetings' });
});

afterAll(() => stage.close());

/** A consumer whose first batch takes until the test says so. */
async function slowConsumer() {
  let goOn = () => undefined as unknown;
  const until = new Promise<void>((resolve) => {
    goOn = () => resolve();
  });
  const slow = handles([customerRegistered], async (items, work) => {
    await until;
    await greeting.handle(items, work);
  });
  const consumer = await stage.consumer({ handlers: [slow] });
  return { ...consumer, goOn: () => goOn() };
}

test('a reader holds back what would be too much to keep in memory, and loses none of it', async () => {
  const names = namesOf('many', 12_000);
  await publisher.messaging.tell(arrive, { names });
  const consumer = await slowConsumer();
  const messages = names.length / 200;
  await eventually(
    async () => {
      const { num_ack_pending } = await jsm.consumers.info(IDENTITY, followed.durable);
      expect(num_ack_pending).toBe(messages);
      expect(consumer.house.meter.counted('consumed_total')).toBeGreaterThanOrEqual(3_000);
    },
    { withinMs: 15_000 },
  );
  // Three thousand that wait, those of the batch that is being worked on, and one message more.
  expect(consumer.house.meter.counted('consumed_total')).toBeLessThanOrEqual(3_000 + 250 + 200);
  consumer.goOn();
  await eventually(async () => expect((await greeted(stage.heard.db)).length).toBe(names.length), {
    withinMs: 20_000,
  });
  await consumer.stop();
}, 60_000);

test('a message that is worked on for longer than the broker waits is not brought again', async () => {
  const consumer = await slowConsumer();
  await publisher.messaging.tell(arrive, { names: ['slow'] });
  await eventually(() => expect(consumer.house.meter.counted('consumed_total')).toBe(1));
  const { ack_wait } = (await jsm.consumers.info(IDENTITY, followed.durable)).config;
  const late = performance.now() + 1.2 * millis(ack_wait ?? 0);
  await eventually(() => expect(performance.now()).toBeGreaterThan(late), { withinMs: 20_000 });
  expect((await jsm.consumers.info(IDENTITY, followed.durable)).num_redelivered).toBe(0);
  consumer.goOn();
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual(['slow']));
  expect(consumer.house.meter.counted('redelivered_total')).toBe(0);
  await consumer.stop();
});
