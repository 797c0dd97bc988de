import { customerRegistered, guestMerged, type Subscription, subscriptions } from '@evenkeel/contracts';
import { eventually } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { outboxStore } from '../outbox/outbox-store.js';
import { pruneMessages } from '../outbox/prune.js';
import { ensureDurable } from '../stream/durable.js';
import { arrive, greeted, greeting, namesOf } from './greetings.js';
import { IDENTITY, openStage } from './stage.js';

const stage = await openStage();
const publisher = await stage.publisher();
const { nats } = publisher.house;
const jsm = await nats.jetstreamManager();
const store = outboxStore(stage.said.db);
const NOTHING_IS_TOO_YOUNG = { outboxSeconds: 0, inboxSeconds: 3_600 };

afterAll(() => stage.close());

const kept = async (): Promise<number> => {
  const rows = await stage.said.db.query<{ kept: number }>({
    text: 'select count(*)::int as kept from outbox',
  });
  return rows[0]?.kept ?? 0;
};
const marked = (rows: number) =>
  eventually(async () => {
    expect(await stage.said.db.query({ text: 'select id from outbox_sent' })).toHaveLength(rows);
  });

/** Everybody whom the registry lets follow this stream. */
const { loyalty, order, cart, views } = subscriptions;
const followers: Subscription[] = [loyalty.customers, order.guests, cart.guests, views.identity];

test('a sent row is kept until every durable of the registry has taken it', async () => {
  const names = namesOf('kept', 4);
  for (const name of names) await publisher.messaging.tell(arrive, { names: [name] });
  await marked(4);
  await pruneMessages(store, jsm, NOTHING_IS_TOO_YOUNG);
  expect(await kept()).toBe(4);

  const [last, ...others] = followers;
  for (const follower of others) await ensureDurable({ nats, jsm }, follower);
  await pruneMessages(store, jsm, NOTHING_IS_TOO_YOUNG);
  expect(await kept()).toBe(4);

  expect(last?.durable).toBe(loyalty.customers.durable);
  await ensureDurable({ nats, jsm }, loyalty.customers);
  await pruneMessages(store, jsm, NOTHING_IS_TOO_YOUNG);
  expect(await kept()).toBe(4);

  const consumer = await stage.consumer({ handlers: [greeting] });
  await eventually(async () => expect(await greeted(stage.heard.db)).toEqual(names));
  await eventually(async () => {
    const { num_ack_pending } = await jsm.consumers.info(IDENTITY, loyalty.customers.durable);
    expect(num_ack_pending).toBe(0);
  });
  // The others follow nothing but merged guests, of whom there were none: they hold nothing back.
  expect(others.every(({ messages }) => messages.every(({ type }) => type === guestMerged.type))).toBe(true);
  expect((await jsm.consumers.info(IDENTITY, order.guests.durable)).ack_floor.stream_seq).toBe(0);
  await pruneMessages(store, jsm, { ...NOTHING_IS_TOO_YOUNG, outboxSeconds: 3_600 });
  expect(await kept()).toBe(4);
  await pruneMessages(store, jsm, NOTHING_IS_TOO_YOUNG);
  expect(await kept()).toBe(0);
  await marked(0);
  await consumer.stop();
});

test('a row that was never acknowledged is kept, however old it is', async () => {
  await stage.said.db.query({
    text: `insert into outbox (id, type, payload, events, at)
values (gen_random_uuid(), $1, '[]', 0, now() - interval '9 days')`,
    values: [`${customerRegistered.type}-of-old`],
  });
  await pruneMessages(store, jsm, NOTHING_IS_TOO_YOUNG);
  expect(await kept()).toBe(1);
});

test('the inbox forgets what is older than it must remember, and nothing else', async () => {
  await stage.said.db.query({
    text: `insert into inbox (id, at) select gen_random_uuid(), now() - n * interval '1 minute' from generate_series(1, 12000) n`,
  });
  await pruneMessages(store, jsm, { outboxSeconds: 0, inboxSeconds: 600 });
  const rows = await stage.said.db.query<{ age: number }>({
    text: 'select extract(epoch from now() - at)::int as age from inbox order by at',
  });
  expect(rows.length).toBeGreaterThanOrEqual(9);
  expect(rows[0]?.age).toBeLessThanOrEqual(601);
});
