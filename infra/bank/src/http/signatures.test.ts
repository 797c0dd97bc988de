import { createSigner, createVerifier, httpbis } from 'http-message-signatures';
import { expect, test } from 'vitest';
import {
  answerSigner,
  contentDigest,
  NotBelieved,
  requestVerifier,
  type SignedRequest,
} from './signatures.js';

const SHOP = 's'.repeat(32);
const BANK = 'b'.repeat(32);
const verify = requestVerifier(SHOP);
const body = Buffer.from('{"reference":"r1"}');

async function signed(given: { fields?: string[]; created?: Date; secret?: string } = {}) {
  const request = {
    method: 'POST',
    url: 'http://bank:8090/charges',
    headers: { 'content-digest': contentDigest(body), 'idempotency-key': 'r1' },
  };
  const fields = given.fields ?? ['@method', '@authority', '@path', 'content-digest', 'idempotency-key'];
  const key = createSigner(given.secret ?? SHOP, 'hmac-sha256', 'shop');
  const paramValues = { nonce: 'n1', ...(given.created ? { created: given.created } : {}) };
  const params = ['created', 'keyid', 'alg', 'nonce'];
  // Node gives header names in lower case.
  const out = await httpbis.signMessage({ key, fields, params, paramValues }, request);
  const headers = Object.entries(out.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...out, headers: Object.fromEntries(headers) as SignedRequest['headers'] };
}

test('a request of the shop is believed', async () => {
  await expect(verify(await signed(), body)).resolves.toBeUndefined();
});

test.each<[string, () => Promise<[SignedRequest, Buffer]>]>([
  [
    'without a signature',
    async () => [{ ...(await signed()), headers: { 'content-digest': contentDigest(body) } }, body],
  ],
  ['of another key', async () => [await signed({ secret: 'x'.repeat(32) }), body]],
  ['with another body', async () => [await signed(), Buffer.from('{"reference":"r2"}')]],
  ['to another path', async () => [{ ...(await signed()), url: 'http://bank:8090/refunds' }, body]],
  ['to another host', async () => [{ ...(await signed()), url: 'http://other:8090/charges' }, body]],
  ['by another method', async () => [{ ...(await signed()), method: 'PUT' }, body]],
  ['older than five minutes', async () => [await signed({ created: new Date(Date.now() - 301_000) }), body]],
  ['from the future', async () => [await signed({ created: new Date(Date.now() + 301_000) }), body]],
  [
    'that leaves the digest out',
    async () => [await signed({ fields: ['@method', '@authority', '@path'] }), body],
  ],
  [
    'that leaves the key out',
    async () => [await signed({ fields: ['@method', '@authority', '@path', 'content-digest'] }), body],
  ],
])('a request %s is not', async (_, make) => {
  const [request, bytes] = await make();
  await expect(verify(request, bytes)).rejects.toBeInstanceOf(NotBelieved);
});

test('an answer fits only the request that it answers', async () => {
  const [mine, other] = [await signed(), await signed({ created: new Date(Date.now() - 2_000) })];
  const headers = await answerSigner(BANK)({ status: 201, body: '{}' }, mine);
  const key = { id: 'bank', algs: ['hmac-sha256'], verify: createVerifier(BANK, 'hmac-sha256') };
  const check = (request: SignedRequest) =>
    httpbis.verifyMessage({ keyLookup: () => Promise.resolve(key) }, { status: 201, headers }, request);
  expect(await check(mine)).toBe(true);
  expect(await check(other)).toBe(false);
});
