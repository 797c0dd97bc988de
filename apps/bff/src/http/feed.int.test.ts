import type { ReadableStream } from 'node:stream/web';
import type { Envelope } from '@evenkeel/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { viewOfSnapshot } from '../shop/order/view-of-snapshot.js';
import { fakeCall } from '../testing/fake-call.js';
import { openDoor, read } from '../testing/open-door.js';
import { orderSnapshot, SHOPPER } from '../testing/samples.js';

const { orderId } = orderSnapshot().facts;
let loads = 0;
const call = fakeCall({
  'views.get-orders': () => {
    loads += 1;
    return [{ ...viewOfSnapshot(orderSnapshot()), version: loads }];
  },
});

let bff: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  bff = await openDoor(call);
  bff.shop.feed.reach({ epoch: 'e1', seq: 1 });
});
afterAll(() => bff.close());

const change = (customerId: string, version: number) =>
  ({
    type: 'views.order-changed',
    data: { orderId, customerId, version, state: 'paid', settled: true },
  }) as Envelope;

async function* events(response: Response): AsyncGenerator<unknown> {
  let text = '';
  const chunks = response.body?.pipeThrough(new TextDecoderStream()) as ReadableStream<string>;
  for await (const chunk of chunks) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [event, data] = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      yield event === 'event: next' ? (JSON.parse(data?.slice(6) ?? '') as unknown) : event;
    }
  }
}

const FEED = (fields: string) =>
  `subscription ($since: String) { feed(topics: [ORDERS], since: $since) { ${fields} } }`;
const accept = { accept: 'text/event-stream' };

test('what the announcement says needs no question, what it does not is loaded anew each time', async () => {
  const thin = await bff.send('/graphql', {
    body: { query: FEED('kind cursor order { number state version settled }') },
    headers: accept,
  });
  expect(thin.headers.get('content-type')).toMatch('text/event-stream');
  const reading = events(thin);
  expect((await reading.next()).value).toEqual({
    data: { feed: { kind: 'HEARTBEAT', cursor: 'e1-1', order: null } },
  });
  bff.shop.feed.publish([change(SHOPPER, 4), change('somebody else', 5)], { epoch: 'e1', seq: 2 });
  expect((await reading.next()).value).toEqual({
    data: {
      feed: {
        kind: 'ORDER',
        cursor: 'e1-2',
        order: { number: orderId, state: 'PAID', version: 4, settled: true },
      },
    },
  });
  expect(loads).toBe(0);
  await reading.return(undefined);
  await expect.poll(() => bff.shop.feed.open()).toBe(0);

  const query = encodeURIComponent(FEED('cursor order { version total { minor } }'));
  const variables = encodeURIComponent(JSON.stringify({ since: 'e1-1' }));
  const wide = await bff.send(`/graphql?query=${query}&variables=${variables}`, {
    method: 'GET',
    headers: accept,
  });
  const again = events(wide);
  const order = { version: 1, total: { minor: 11_400 } };
  expect((await again.next()).value).toEqual({ data: { feed: { cursor: 'e1-2', order } } });
  await again.next();
  bff.shop.feed.publish([change(SHOPPER, 5)], { epoch: 'e1', seq: 3 });
  expect((await again.next()).value).toEqual({
    data: { feed: { cursor: 'e1-3', order: { ...order, version: 2 } } },
  });
  await again.return(undefined);
});

test('the feed ends with the identity token', async () => {
  const response = await bff.send('/graphql', {
    body: { query: FEED('kind') },
    headers: accept,
    tokenSeconds: 3,
  });
  const seen: unknown[] = [];
  for await (const event of events(response)) seen.push(event);
  expect(seen).toEqual([{ data: { feed: { kind: 'HEARTBEAT' } } }, 'event: complete']);
});

test('a feed for nobody is refused as an error, not as an empty stream', async () => {
  const refused = await bff.send('/graphql', { body: { query: FEED('kind') }, headers: accept, as: null });
  expect(await read(refused)).toMatchObject({ status: 401, code: 'NO_SESSION' });
});
