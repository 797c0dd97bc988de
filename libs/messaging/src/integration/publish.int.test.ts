import { type CorrelationId, newId } from '@evenkeel/kernel';
import { handles } from '@evenkeel/messaging';
import { eventually } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { arrive, namesOf, registering } from './greetings.js';
import { IDENTITY, namesIn, openStage, storedIn } from './stage.js';

const stage = await openStage();
const watcher = await stage.publisher();
const { nats } = watcher.house;

afterAll(() => stage.close());

test('what one transaction says of one type is one row and one message, published after the commit', async () => {
  const cause = {
    id: null,
    correlationId: newId<CorrelationId>(),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  };
  await watcher.messaging.tell(arrive, { names: namesOf('one', 120) }, { cause });
  const [message] = await eventually(async () => {
    const stored = await storedIn(nats);
    expect(stored).toHaveLength(1);
    return stored;
  });
  const [row] = await stage.said.db.query({ text: 'select id, events from outbox' });
  expect(row).toEqual({ id: message?.messageId, events: 120 });
  const marks = await eventually(async () => {
    const rows = await stage.said.db.query({ text: 'select id, stream, seq from outbox_sent' });
    expect(rows).toHaveLength(1);
    return rows;
  });
  expect(marks).toEqual([{ id: message?.messageId, stream: IDENTITY, seq: message?.seq }]);
});

test('each event goes on with the trace of its cause, and the message carries the span of the publishing', async () => {
  const [message] = await storedIn(nats);
  const spans = new Set(message?.events.map(({ traceparent }) => traceparent));
  expect(spans.size).toBe(120);
  for (const span of spans) expect(span).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  expect(message?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
  expect(message?.traceparent).not.toContain('0af7651916cd43dd8448eb211c80319c');
});

test('what was said in a transaction that is rolled back is never published', async () => {
  const failing = handles([arrive], async (items, work) => {
    await registering.handle(items, work);
    work.write({ text: 'insert into greetings values (null, null)' });
  });
  const instance = await stage.publisher({ handlers: [failing] });
  await expect(instance.messaging.tell(arrive, { names: ['undone'] })).rejects.toThrow('null value');
  await watcher.messaging.tell(arrive, { names: ['done'] });
  await eventually(async () => expect(await namesIn(nats)).toContain('done'));
  expect(await namesIn(nats)).not.toContain('undone');
  await instance.stop();
});

test('what is larger than the broker takes is refused with its transaction, and its neighbours are published', async () => {
  const [small, large] = ['small', 'x'.repeat(1024 * 1024)] as const;
  const both = await Promise.allSettled([
    watcher.messaging.tell(arrive, { names: [large] }),
    watcher.messaging.tell(arrive, { names: [small] }),
  ]);
  expect(both).toMatchObject([
    { status: 'rejected', reason: { name: 'MessageTooLarge' } },
    { status: 'fulfilled' },
  ]);
  await eventually(async () => expect(await namesIn(nats)).toContain(small));
  const rows = await stage.said.db.query({
    text: 'select id from outbox where length(payload) > 256 * 1024',
  });
  expect(rows).toEqual([]);
});
