import { newId } from '@evenkeel/kernel';
import {
  eventually,
  freePort,
  processFromSource,
  type SourceProcess,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SigningShop } from './testing/signing-shop.js';

const SHOP = 's'.repeat(32);
const WEBHOOK = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const amount = { minor: 12_900, currency: 'CNY' };

let book: ThrowAwayDatabase;
let bank: SourceProcess;
let url: string;
let env: Record<string, string>;
const shop = new SigningShop(SHOP);
const start = async () => {
  bank = await processFromSource({ dir: 'infra/bank', env, readyUrl: `${url}/readyz` });
};

beforeAll(async () => {
  book = await throwAwayDatabase({ migrationsDir: new URL('../migrations', import.meta.url), plain: true });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  env = {
    BANK_DATABASE_URL: book.url,
    BANK_PORT: String(port),
    HEALTH_PORT: String(await freePort()),
    BANK_CALLBACK_URL: await shop.open(),
    BANK_SIGNING_SHOP_SECRET: SHOP,
    BANK_SIGNING_BANK_SECRET: 'b'.repeat(32),
    BANK_SIGNING_WEBHOOK_SECRET: WEBHOOK,
    BANK_SLOW_MS: '1000',
    PUBLIC_URL: 'http://localhost:9080',
  };
  await start();
});
afterEach(async () => {
  shop.status = 204;
  await fetch(`${url}/switchboard`, { method: 'DELETE' });
});
afterAll(async () => {
  await bank.end('SIGTERM');
  await shop.close();
  await book.drop();
});

const charge = (reference: string, token: string, more = {}) =>
  shop.ask('POST', `${url}/charges`, { body: { reference, amount, token }, key: reference, ...more });
const query = (reference: string) => shop.ask('GET', `${url}/charges/by-reference/${reference}`);
const switchboard = async (rules?: object[]) => {
  const put = { method: 'PUT', body: JSON.stringify({ rules }) };
  return (await (await fetch(`${url}/switchboard`, rules ? put : {})).json()) as {
    counts: Record<string, number>;
    seen: Record<string, number>;
  };
};
const tokenFor = (card: object, headers = {}) =>
  fetch(`${url}/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      number: '4242 4242 4242 4242',
      expMonth: 12,
      expYear: 2_099,
      cvc: '123',
      ...card,
    }),
  });

test('a charge is captured, signed, told once by a callback that verifies, and in the file of the day', async () => {
  const reference = newId<never>();
  const answer = await charge(reference, 'tok_ok');
  expect(answer).toMatchObject({
    status: 201,
    body: { reference, state: 'captured', taken: amount, fee: { minor: 107, currency: 'CNY' } },
  });
  expect(answer.headers.get('signature')).toMatch(/^sig=:/);
  const taken = await eventually(() => {
    expect(shop.about(reference)).toHaveLength(1);
    return shop.about(reference)[0];
  });
  const heard = new Webhook(WEBHOOK).verify(taken?.body ?? '', taken?.headers as Record<string, string>);
  expect(heard).toMatchObject({ type: 'charge.captured', data: answer.body });
  const day = await shop.ask('GET', `${url}/settlements/${new Date().toISOString().slice(0, 10)}`);
  const line = String(day.body)
    .split('\n')
    .find((one) => one.includes(reference));
  expect(JSON.parse(line ?? '')).toMatchObject({ type: 'capture', amount: 12_900, fee: 107, net: 12_793 });
});

test('a hundred at once, some of them twice, are charged once each', async () => {
  const references = Array.from({ length: 100 }, () => newId<never>() as string);
  const twice = [...references, ...references.slice(0, 30)];
  const answers = await Promise.all(twice.map((reference) => charge(reference, 'tok_ok')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const [row] = await book.db.query<{ n: number }>({
    text: 'select count(*)::int as n from charges where reference = any($1::uuid[])',
    values: [references],
  });
  expect(row?.n).toBe(100);
});

test.each([
  ['unsigned', () => ({ headers: {} })],
  ['with another amount', ({ body }: { body: string }) => ({ body: body.replace('12900', '1') })],
])('a request that came %s changes nothing', async (_, tamper) => {
  const reference = newId<never>();
  expect((await charge(reference, 'tok_ok', { tamper })).status).toBe(401);
  expect((await query(reference)).status).toBe(404);
});

test('a request signed for one charge is not good for another path', async () => {
  const reference = newId<never>();
  const signed = await new Promise<Record<string, string>>((resolve) => {
    void charge(reference, 'tok_ok', {
      tamper: ({ headers }: { headers: Record<string, string> }) => {
        resolve(headers);
        return {};
      },
    });
  });
  const body = JSON.stringify({ reference, amount, token: 'tok_ok' });
  const answer = await fetch(`${url}/refunds`, { method: 'POST', headers: signed, body });
  expect(answer.status).toBe(401);
});

test('a card becomes a token that is good for one charge, for the pages of the shop only', async () => {
  const made = await tokenFor({}, { origin: 'http://localhost:9080' });
  expect(made.headers.get('access-control-allow-origin')).toBe('http://localhost:9080');
  const { token } = (await made.json()) as { token: string };
  expect(await charge(newId<never>(), token)).toMatchObject({ body: { state: 'captured' } });
  expect(await charge(newId<never>(), token)).toMatchObject({
    body: { state: 'declined', reason: 'token-used' },
  });
  expect((await tokenFor({}, { origin: 'http://evil.example' })).status).toBe(403);
  expect((await tokenFor({ number: '4111111111111111' })).status).toBe(422);
  expect((await tokenFor({ expYear: 2_020 })).status).toBe(422);
  const [row] = await book.db.query<{ text: string }>({ text: 'select tokens::text as text from tokens' });
  expect(row?.text).not.toContain('4242');
});

test('a void that comes before its charge is remembered over a kill, and the charge is refused', async () => {
  const reference = newId<never>();
  expect(await shop.ask('POST', `${url}/charges/by-reference/${reference}/void`)).toMatchObject({
    status: 200,
    body: { state: 'voided' },
  });
  await bank.end('SIGKILL');
  await start();
  expect(await charge(reference, 'tok_ok')).toMatchObject({
    status: 409,
    body: { state: 'voided', taken: null },
  });
  expect((await switchboard()).seen.lateCharges).toBe(1);
});

test('a slow charge and its callback survive a kill', async () => {
  const reference = newId<never>();
  expect(await charge(reference, 'tok_slow')).toMatchObject({ status: 202, body: { state: 'pending' } });
  await bank.end('SIGKILL');
  await start();
  await eventually(async () => expect(await query(reference)).toMatchObject({ body: { state: 'captured' } }));
  await eventually(() => expect(shop.about(reference)).toHaveLength(1));
});

test('a callback is sent until it is taken, each time under the same id', async () => {
  const reference = newId<never>();
  shop.status = 500;
  await charge(reference, 'tok_ok');
  await eventually(() => expect(shop.about(reference).length).toBeGreaterThan(1));
  shop.status = 204;
  const ids = await eventually(async () => {
    const [waiting] = await book.db.query<{ n: number }>({
      text: 'select count(*)::int as n from callbacks where body like $1',
      values: [`%${reference}%`],
    });
    expect(waiting?.n).toBe(0);
    return shop.about(reference).map(({ headers }) => headers['webhook-id']);
  });
  expect(new Set(ids).size).toBe(1);
});

test('the switchboard decides how the next charge goes, and counts that it did', async () => {
  await switchboard([{ fault: 'declined' }, { fault: 'unsigned-answer', on: 'query' }]);
  expect(await charge(newId<never>(), 'tok_ok')).toMatchObject({ body: { state: 'declined' } });
  const reference = newId<never>();
  expect(await charge(reference, 'tok_ok')).toMatchObject({ body: { state: 'captured' } });
  expect((await query(reference)).headers.get('signature')).toBeNull();
  expect((await query(reference)).headers.get('signature')).not.toBeNull();
  expect((await switchboard()).counts).toMatchObject({ declined: 1, 'unsigned-answer': 1, slow: 0 });
});

test('a bank that is down refuses three times and then charges once', async () => {
  const reference = newId<never>();
  const statuses = [];
  for (let n = 0; n < 4; n += 1) statuses.push((await charge(reference, 'tok_bank_down')).status);
  expect(statuses).toEqual([503, 503, 503, 201]);
  expect((await switchboard()).counts['bank-down']).toBe(3);
});

test('a refund is given once, and not beyond what was taken', async () => {
  const [reference, refundId] = [newId<never>() as string, newId<never>() as string];
  await charge(reference, 'tok_ok');
  const give = (id: string, minor: number) =>
    shop.ask('POST', `${url}/refunds`, {
      body: { refundId: id, reference, amount: { ...amount, minor } },
      key: id,
    });
  const first = await give(refundId, 12_900);
  expect(first).toMatchObject({ status: 201, body: { state: 'done', refundId } });
  expect((await give(refundId, 12_900)).body).toEqual(first.body);
  expect(await give(newId<never>(), 1)).toMatchObject({ status: 422, body: { error: 'more-than-is-left' } });
});
