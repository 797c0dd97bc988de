import { type Envelope, manualClock } from '@evenkeel/kernel';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SHOPPER } from '../testing/samples.js';
import type { Topic } from './announcement.js';
import { createFeedHub, type FeedItem } from './feed-hub.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const START = Date.UTC(2026, 2, 1);
let gaps = 0;

function hub() {
  gaps = 0;
  const clock = manualClock(START);
  return createFeedHub(clock, () => {
    gaps += 1;
  });
}

const event = (type: string, data: object) => ({ type, data }) as Envelope;
const orderEvent = (orderId: string, customerId: string = SHOPPER) =>
  event('views.order-changed', { orderId, customerId, version: 1, state: 'paid', settled: false });
const walletEvent = (customerId: string) =>
  event('views.wallet-changed', { customerId, available: 1, frozen: 0, version: 1 });
const productEvent = (slug: string) =>
  event('views.product-changed', { productId: slug, slug, availability: [] });
const at = (seq: number, epoch = 'e1') => ({ epoch, seq });

function listen(feed: ReturnType<typeof hub>, since: string | null = null, topics: Topic[] = ['ORDERS']) {
  const onTake = () => undefined;
  const stream = feed.listen({
    customerId: SHOPPER,
    topics: new Set(topics),
    since,
    endsAt: START + 60_000,
    onTake,
  });
  return { stream };
}

const label = (item: FeedItem) =>
  `${item.kind}${item.kind === 'ORDER' ? ` ${item.data.orderId}` : ''} ${item.cursor}`;

async function take(stream: AsyncIterator<FeedItem>, count: number): Promise<string[]> {
  const seen: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const step = await stream.next();
    if (step.done) return [...seen, 'end'];
    seen.push(label(step.value));
  }
  return seen;
}

test('a page hears of its own orders and of nobody else’s, in order', async () => {
  const feed = hub();
  feed.reach(at(7));
  const { stream } = listen(feed);
  feed.publish([orderEvent('1'), orderEvent('2', 'somebody else'), walletEvent(SHOPPER)], at(8));
  feed.publish([orderEvent('3')], at(9));
  expect(await take(stream, 3)).toEqual(['HEARTBEAT e1-7', 'ORDER 1 e1-8', 'ORDER 3 e1-9']);
});

test('products are for everybody who asked for them, a wallet for its owner', async () => {
  const feed = hub();
  feed.reach(at(1));
  const { stream } = listen(feed, null, ['PRODUCTS', 'WALLET']);
  feed.publish(
    [productEvent('lamp'), orderEvent('1'), walletEvent('somebody else'), walletEvent(SHOPPER)],
    at(2),
  );
  expect(await take(stream, 3)).toEqual(['HEARTBEAT e1-1', 'PRODUCT e1-1', 'WALLET e1-2']);
});

test('a page that was cut off goes on where it was, also in the middle of a message', async () => {
  const feed = hub();
  feed.reach(at(1));
  feed.publish([orderEvent('1')], at(2));
  feed.publish([orderEvent('2'), orderEvent('3')], at(3));
  expect(await take(listen(feed, 'e1-2').stream, 3)).toEqual([
    'ORDER 2 e1-2',
    'ORDER 3 e1-3',
    'HEARTBEAT e1-3',
  ]);
  expect(await take(listen(feed, 'e1-3').stream, 1)).toEqual(['HEARTBEAT e1-3']);
});

test('what cannot be resumed is fetched again: another stream, too long ago, or no cursor of ours', async () => {
  const feed = hub();
  feed.reach(at(5));
  feed.publish([orderEvent('1')], at(6));
  for (const since of ['e0-6', 'e1-4', 'nonsense', '']) {
    expect(await take(listen(feed, since).stream, 2)).toEqual(['REFETCH e1-6', 'HEARTBEAT e1-6']);
  }
});

test('a jump in the stream is told to everybody and resumes nobody', async () => {
  const feed = hub();
  feed.reach(at(5));
  const { stream } = listen(feed);
  feed.publish([orderEvent('9')], at(8));
  expect(await take(stream, 3)).toEqual(['HEARTBEAT e1-5', 'REFETCH e1-7', 'ORDER 9 e1-8']);
  expect(gaps).toBe(1);
  feed.reach(at(8));
  expect(gaps).toBe(1);
  feed.reach(at(1, 'e2'));
  expect(await take(stream, 1)).toEqual(['REFETCH e2-1']);
  expect(await take(listen(feed, 'e1-8').stream, 1)).toEqual(['REFETCH e2-1']);
});

test('a heartbeat carries the newest cursor', async () => {
  const feed = hub();
  feed.reach(at(5));
  const { stream } = listen(feed);
  feed.publish([orderEvent('9', 'somebody else')], at(6));
  feed.beat();
  expect(await take(stream, 2)).toEqual(['HEARTBEAT e1-5', 'HEARTBEAT e1-6']);
});

test('the stream ends when the identity does, and when its reader leaves', async () => {
  const feed = hub();
  feed.reach(at(1));
  const first = listen(feed).stream;
  const second = listen(feed).stream;
  expect(feed.open()).toBe(2);
  await second.return?.();
  expect(feed.open()).toBe(1);
  vi.advanceTimersByTime(60_001);
  expect(await take(first, 2)).toEqual(['HEARTBEAT e1-1', 'end']);
  expect(feed.open()).toBe(0);
});

test('who reads too slowly gets one request to fetch again instead of a pile', async () => {
  const feed = hub();
  feed.reach(at(0));
  const { stream } = listen(feed);
  for (let seq = 1; seq <= 600; seq += 1) feed.publish([orderEvent(String(seq))], at(seq));
  expect((await take(stream, 1))[0]).toBe('REFETCH e1-500');
  expect((await take(stream, 100)).at(-1)).toBe('ORDER 600 e1-600');
});
