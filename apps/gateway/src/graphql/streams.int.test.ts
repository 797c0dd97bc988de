import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, openShop, refusalOf } from '../testing/open-shop.js';

let shop: Awaited<ReturnType<typeof openShop>>;
const open = new Set<ServerResponse>();

beforeAll(async () => {
  shop = await openShop({ MOST_STREAMS: 2 });
  shop.answerWith(({ headers }, response) => {
    if (!headers.accept?.includes('event-stream')) {
      const session = headers['x-session-token'];
      response.writeHead(200, { 'content-type': 'application/json', 'x-set-session': session }).end('{}');
      return;
    }
    open.add(response);
    response.on('close', () => open.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write('event: next\ndata: 1\n\n');
  });
});
afterAll(() => shop.end());

const listen = (cookie: string) =>
  shop.send('/graphql?query=subscription', {
    headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip, br', cookie },
  });

async function newSession(): Promise<string> {
  return cookieOf(await shop.ask());
}

/** Everything until the stream ends. */
async function untilTheEnd(response: Response): Promise<string> {
  return response.text();
}

test('a live stream comes as it is sent, and nobody on the way may collect or compress it', async () => {
  const stream = await listen(await newSession());
  expect(stream.headers.get('content-encoding')).toBeNull();
  expect(stream.headers.get('content-type')).toMatch('text/event-stream');
  expect(stream.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(stream.headers.get('x-accel-buffering')).toBe('no');
  expect(stream.headers.get('content-security-policy')).toContain("default-src 'self'");
  const reader = stream.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('event: next\ndata: 1\n\n');
  await reader?.cancel();
  // Who leaves is not kept.
  await expect.poll(() => open.size).toBe(0);
});

test('it ends when the session becomes somebody else’s, and only then', async () => {
  const [mine, other] = [await newSession(), await newSession()];
  const [stream, stays] = [await listen(mine), await listen(other)];
  expect(open.size).toBe(2);
  await shop.ask({ cookie: mine }, 'mutation { signOut { kind } }');
  expect(await untilTheEnd(stream)).toBe('event: next\ndata: 1\n\n');
  await expect.poll(() => open.size).toBe(1);
  await stays.body?.cancel();
});

test('one session cannot hold the door open for ever', async () => {
  const cookie = await newSession();
  const streams = [await listen(cookie), await listen(cookie)];
  expect(await refusalOf(await listen(cookie))).toMatchObject({
    status: 429,
    code: 'TOO_BUSY',
    retryAfter: '5',
  });
  await Promise.all(streams.map((stream) => stream.body?.cancel()));
});

test('at a stop live streams end first, who is inside is answered, and nobody comes in', async () => {
  const last = await openShop();
  last.answerWith(({ headers }, response) => {
    response.writeHead(200, {
      'content-type': headers.accept?.includes('stream') ? 'text/event-stream' : 'application/json',
    });
    response.write(' ');
    if (!headers.accept?.includes('stream')) release = () => response.end('{}');
  });
  let release: () => void = () => undefined;
  const live = await last.send('/graphql', { headers: { accept: 'text/event-stream' } });
  const inside = last.ask();
  await expect.poll(() => last.asked.length).toBe(2);
  const closed = last.end();
  expect(await untilTheEnd(live)).toBe(' ');
  await expect(last.ask()).rejects.toThrow();
  release();
  expect((await inside).status).toBe(200);
  await closed;
});
