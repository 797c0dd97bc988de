import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FeedConnection } from './feed-connection.js';
import type { FeedTopic } from './feed-event.js';

interface Asked {
  readonly topics: readonly FeedTopic[];
  readonly since: string | null;
}

const line = (cursor: string) =>
  `event: next\ndata: ${JSON.stringify({ data: { feed: { cursor, kind: 'HEARTBEAT' } } })}\n\n`;

/** A feed that says one heartbeat and stays open; answers what it was asked, and what the pages were told. */
function feed() {
  const asked: Asked[] = [];
  const told: string[] = [];
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    asked.push((JSON.parse(body) as { variables: Asked }).variables);
    const stream = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(line(`7:${asked.length}`))),
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  });
  const connection = new FeedConnection({ onEvent: ({ kind }) => told.push(kind), onState: () => undefined });
  return { asked, told, connection };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('stays open between two pages that listen, and tells the second nothing of a gap', async () => {
  const { asked, told, connection } = feed();
  connection.want(['PRODUCTS']);
  await vi.advanceTimersByTimeAsync(1_000);
  connection.want([]);
  await vi.advanceTimersByTimeAsync(10_000);
  connection.want(['PRODUCTS']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(1);
  expect(told).toEqual(['REFETCH']);
});

it('goes on from its cursor when the next page listens to something else', async () => {
  const { asked, told, connection } = feed();
  connection.want(['PRODUCTS']);
  await vi.advanceTimersByTimeAsync(1_000);
  connection.want([]);
  connection.want(['ORDERS']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([
    { topics: ['PRODUCTS'], since: null },
    { topics: ['ORDERS'], since: '7:1' },
  ]);
  expect(told).toEqual(['REFETCH']);
});

it('starts from nowhere after nobody has listened for long', async () => {
  const { asked, told, connection } = feed();
  connection.want(['PRODUCTS']);
  await vi.advanceTimersByTimeAsync(1_000);
  connection.want([]);
  await vi.advanceTimersByTimeAsync(60_000);
  connection.want(['PRODUCTS']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.map(({ since }) => since)).toEqual([null, null]);
  expect(told).toEqual(['REFETCH', 'REFETCH']);
});
