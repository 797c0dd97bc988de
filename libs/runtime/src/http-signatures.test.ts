import { expect, test } from 'vitest';
import { signatures } from './http-signatures.js';

const shop = signatures({ id: 'shop', secret: 'a secret of the shop' });
const request = {
  method: 'POST',
  url: 'http://127.0.0.1:8090/charges',
  headers: { 'content-type': 'application/json' },
  body: '{"amount":100}',
};
const signed = async () => ({ ...request, headers: await shop.signRequest(request) });

test('what was signed is what is accepted', async () => {
  expect(await shop.verifyRequest(await signed())).toBe(true);
});

test('another body, path, method or house is refused', async () => {
  const good = await signed();
  expect(await shop.verifyRequest({ ...good, body: '{"amount":1}' })).toBe(false);
  expect(await shop.verifyRequest({ ...good, url: 'http://127.0.0.1:8090/refunds' })).toBe(false);
  expect(await shop.verifyRequest({ ...good, url: 'http://elsewhere:8090/charges' })).toBe(false);
  expect(await shop.verifyRequest({ ...good, method: 'PUT' })).toBe(false);
});

test('no signature, another key, and nonsense are refused', async () => {
  expect(await shop.verifyRequest(request)).toBe(false);
  const other = signatures({ id: 'shop', secret: 'another secret' });
  expect(await other.verifyRequest(await signed())).toBe(false);
  const good = await signed();
  expect(await shop.verifyRequest({ ...good, headers: { ...good.headers, signature: 'sig=:AAAA:' } })).toBe(
    false,
  );
  expect(await shop.verifyRequest({ ...good, headers: { ...good.headers, 'signature-input': '?' } })).toBe(
    false,
  );
});

test('answers are signed too, with their status', async () => {
  const answer = { status: 200, headers: {}, body: '{}' };
  const headers = await shop.signResponse(answer);
  expect(await shop.verifyResponse({ ...answer, headers })).toBe(true);
  expect(await shop.verifyResponse({ ...answer, status: 500, headers })).toBe(false);
});
