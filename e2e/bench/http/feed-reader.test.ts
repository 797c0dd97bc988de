import { expect, test } from 'vitest';
import { feedReader } from './feed-reader.js';

const line = (cursor: string, order: object | null) =>
  `event: next\ndata: ${JSON.stringify({ data: { feed: { cursor, kind: order ? 'ORDER' : 'HEARTBEAT', order } } })}\n\n`;

test('lines are read however the stream is cut', () => {
  const order = { number: '7', state: 'PAID', settled: true };
  const text = line('a', null) + line('b', order) + line('c', null);
  for (let cut = 1; cut < text.length; cut += 1) {
    const seen: string[] = [];
    const take = feedReader(({ cursor, order: news }) => seen.push(`${cursor} ${news?.number ?? ''}`));
    take(text.slice(0, cut));
    take(text.slice(cut));
    expect(seen).toEqual(['a ', 'b 7', 'c ']);
  }
});

test('the end of a stream is no line', () => {
  const seen: unknown[] = [];
  feedReader((news) => seen.push(news))('event: complete\ndata:\n\n');
  expect(seen).toEqual([]);
});
