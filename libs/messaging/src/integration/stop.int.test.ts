import { customerRegistered, isProblem, openSession } from '@evenkeel/contracts';
import { handles } from '@evenkeel/messaging';
import { eventually } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import {
  admitting,
  arrive,
  followed,
  greeted,
  greeting,
  namesOf,
  preferences,
  registering,
} from './greetings.js';
import { IDENTITY, namesIn, openStage } from './stage.js';

const stage = await openStage();
const watcher = await stage.publisher();
const { nats } = watcher.house;
const jsm = await nats.jetstreamManager();

afterAll(() => stage.close());

test('a stop drains: what was taken is committed, said and acknowledged, and nothing new is let in', async () => {
  let goOn = () => undefined as unknown;
  const until = new Promise<void>((resolve) => {
    goOn = () => resolve();
  });
  let begun = false;
  const slow = handles([customerRegistered, openSession, arrive], async (items, work) => {
    begun = true;
    await until;
    for (const handler of [greeting, admitting, registering]) {
      const own = items.filter(({ type }) => handler.types.includes(type));
      if (own.length > 0) await handler.handle(own, work);
    }
  });
  const instance = await stage.consumer({ handlers: [slow] });
  const names = namesOf('taken', 30);
  await watcher.messaging.tell(arrive, { names });
  const waiting = instance.ask(openSession, preferences);
  const saying = instance.messaging.tell(arrive, { names: ['last-words'] });
  await eventually(() => expect(begun).toBe(true));
  await eventually(() => expect(instance.house.meter.counted('consumed_total')).toBe(30));

  const stopped = instance.stop();
  const asked = [waiting];
  const refusal = await eventually(async () => {
    const late = instance.ask(openSession, preferences);
    const refused = late.then(() => null).catch((error: unknown) => error);
    const atOnce = await Promise.race([refused, new Promise((resolve) => setImmediate(() => resolve(null)))]);
    if (atOnce === null) asked.push(late);
    expect(atOnce).not.toBeNull();
    return atOnce;
  });
  expect(isProblem(refusal, 'house.unavailable')).toBe(true);
  expect(refusal).toMatchObject({ data: { unknown: false } });
  goOn();
  await stopped;
  await saying;
  const admitted = ((await Promise.all(asked)) as { name: string }[]).map(({ name }) => name);
  expect(await greeted(stage.heard.db)).toEqual([...admitted, ...names].sort());
  const { num_ack_pending } = await jsm.consumers.info(IDENTITY, followed.durable);
  expect(num_ack_pending).toBe(0);
  expect(await namesIn(nats)).toContain('last-words');
  const unmarked = 'select id from outbox where id not in (select id from outbox_sent)';
  expect(await stage.heard.db.query({ text: unmarked })).toEqual([]);
});

test('a stop without a broker leaves what was said to the next process', async () => {
  const instance = await stage.publisher();
  let stopped = false;
  await stage.broker.whileDown(async () => {
    await instance.messaging.tell(arrive, { names: ['unheard'] });
    await instance.stop();
    stopped = true;
  });
  expect(stopped).toBe(true);
  await eventually(async () => expect(await namesIn(nats)).toContain('unheard'), { withinMs: 15_000 });
});
