import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieOf, openShop, refusalOf } from '../testing/open-shop.js';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.end());

describe('sessions', () => {
  test('the first question brings a cookie that no script can read, and keeps it', async () => {
    const first = await shop.ask({ 'accept-language': 'zh-CN' });
    const [cookie] = first.headers.getSetCookie();
    expect(cookie).toMatch(
      /^evenkeel_8080=token-[0-9a-f-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
    expect((await shop.ask({ cookie: cookieOf(first) })).headers.getSetCookie()).toEqual([]);
    const tokens = shop.asked.slice(-2).map(({ request }) => String(request.headers['x-identity-token']));
    const [a, b] = await Promise.all(tokens.map((token) => shop.tokens.verify(token)));
    expect(a).toMatchObject({ kind: 'guest', locale: 'zh', currency: 'CNY' });
    expect(b?.sub).toBe(a?.sub);
  });

  test('pages, health and what is not there make none', async () => {
    for (const path of ['/', '/cart', '/nothing.js'])
      expect((await shop.send(path)).headers.getSetCookie()).toEqual([]);
  });

  test('a key needs a session that was there before', async () => {
    const before = shop.asked.length;
    const refused = await shop.ask({ 'idempotency-key': 'k', cookie: 'evenkeel_8080=unknown' });
    expect(refused.headers.getSetCookie()).toEqual([]);
    expect(await refusalOf(refused)).toEqual({
      status: 401,
      code: 'NO_SESSION',
      retryAfter: null,
      traced: true,
    });
    expect(shop.asked.length).toBe(before);
  });
});

describe('what the BFF is told', () => {
  test('who asks and in which trace, but neither the cookie nor headers of its own', async () => {
    const cookie = cookieOf(await shop.ask());
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await shop.ask({ cookie, traceparent, 'x-identity-token': 'forged', 'idempotency-key': 'k' });
    const headers: IncomingHttpHeaders = shop.asked.at(-1)?.request.headers ?? {};
    expect(headers.cookie).toBeUndefined();
    expect(headers.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)/);
    expect(headers['x-identity-token']).not.toBe('forged');
    expect(headers['idempotency-key']).toBe('k');
  });

  test('its answer comes back as it is, without what is between the two', async () => {
    shop.answerWith((_, response) =>
      response
        .writeHead(422, {
          'content-type': 'application/json',
          'idempotency-replayed': 'true',
          'retry-after': '3',
          'x-set-session': 'the next token',
          'x-secret': 'inside',
        })
        .end('{"errors":[]}'),
    );
    const answer = await shop.ask();
    expect([answer.status, await answer.text()]).toEqual([422, '{"errors":[]}']);
    expect(answer.headers.get('idempotency-replayed')).toBe('true');
    expect(answer.headers.get('retry-after')).toBe('3');
    expect(answer.headers.get('x-secret') ?? answer.headers.get('x-set-session')).toBeNull();
    expect(answer.headers.getSetCookie().at(-1)).toContain('evenkeel_8080=the next token;');
    shop.answerWith((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    );
  });
});

describe('who may not', () => {
  const feed = `/graphql?query=${encodeURIComponent('subscription { feed(topics: [ORDERS]) { kind } }')}`;

  test.each<Record<string, string>>([
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8090' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:8080', 'sec-fetch-site': 'cross-site' },
  ])('a page of another site is turned away, whatever it asks: %j', async (headers) => {
    const before = shop.asked.length;
    const refusal = { status: 403, code: 'FOREIGN_ORIGIN', retryAfter: null, traced: true };
    expect(await refusalOf(await shop.ask(headers))).toEqual(refusal);
    expect(await refusalOf(await shop.ask(headers, '{ stock }', '/ops/graphql'))).toEqual(refusal);
    expect(await refusalOf(await shop.send(feed, { headers }))).toEqual(refusal);
    expect(
      await refusalOf(await shop.send(feed, { headers: { accept: 'text/event-stream', ...headers } })),
    ).toEqual(refusal);
    expect(shop.asked.length).toBe(before);
  });

  test.each<Record<string, string>>([
    { origin: 'http://localhost:8080' },
    { origin: 'http://127.0.0.1:8080' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ])('our own pages and programs without any page pass: %j', async (headers) => {
    expect((await shop.ask(headers)).status).toBe(200);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/graphql',
  ])('a form cannot be sent: %s', async (type) => {
    expect(await refusalOf(await shop.ask({ 'content-type': type }))).toMatchObject({
      status: 415,
      code: 'NOT_JSON',
    });
  });

  test('a body that is larger than any request of ours is not read', async () => {
    expect(await refusalOf(await shop.ask({}, 'x'.repeat(300_000)))).toMatchObject({
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is no way to ask', async (method) => {
    const refused = await shop.send('/graphql', { method });
    expect(refused.headers.get('allow')).toBe('GET, POST');
    expect(await refusalOf(refused)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  });

  test('without a session the operator API is an address like any other that does not exist', async () => {
    const before = shop.asked.length;
    const nowhere = await shop.ask({}, '{ stock }', '/nowhere');
    const answers = [
      nowhere,
      await shop.ask({}, '{ stock }', '/ops/graphql'),
      await shop.ask({ 'idempotency-key': 'k' }, 'mutation { adjustStock }', '/ops/graphql'),
      await shop.send('/ops/graphql'),
      await shop.send('/ops/graphql', { method: 'PUT' }),
    ];
    for (const answer of answers) {
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await refusalOf(answer)).toEqual({
        status: 404,
        code: 'NOT_FOUND',
        retryAfter: null,
        traced: true,
      });
    }
    expect(shop.asked.length).toBe(before);
  });
});

test('every answer forbids what a page of ours never does', async () => {
  const cookie = cookieOf(await shop.ask());
  for (const answer of [await shop.send('/'), await shop.ask({ cookie }), await shop.send('/nothing.js')]) {
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self' http://localhost:8090");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});
