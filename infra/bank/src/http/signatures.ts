import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { createSigner, createVerifier, httpbis } from 'http-message-signatures';

/** Seconds that a signature is good for, and that clocks may differ by. */
const GOOD_FOR_S = 300;
const CLOCKS_DIFFER_S = 60;
/** What the shop signs of a request; a request with an idempotency key signs that too. */
const REQUEST_FIELDS = ['@method', '@authority', '@path', 'content-digest'];
/** What the bank signs of an answer: with the request's own signature it fits no other request. */
const ANSWER_FIELDS = ['@status', 'content-digest', 'signature;req'];

export interface SignedRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Record<string, string | string[]>;
}

/** Why a request is not believed. Nothing was changed by it. */
export class NotBelieved extends Error {
  override readonly name = 'NotBelieved';
}

/** `sha-256=:…:` of RFC 9530. */
export const contentDigest = (body: Buffer | string): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** Checks requests of the shop: HTTP Message Signatures (RFC 9421), HMAC-SHA256, digest over the very bytes. */
export function requestVerifier(secret: string) {
  const verify = createVerifier(secret, 'hmac-sha256');
  const key = { id: 'shop', algs: ['hmac-sha256'], verify };
  return async (request: SignedRequest, body: Buffer): Promise<void> => {
    const digest = Buffer.from(String(request.headers['content-digest'] ?? ''));
    const expected = Buffer.from(contentDigest(body));
    if (digest.length !== expected.length || !timingSafeEqual(digest, expected))
      throw new NotBelieved('Content-Digest is missing or is not that of the body');
    const keyed = request.headers['idempotency-key'] !== undefined;
    if (!(await holds(request, keyed ? [...REQUEST_FIELDS, 'idempotency-key'] : REQUEST_FIELDS)))
      throw new NotBelieved('The signature is missing or is not that of the shop');
  };

  async function holds(request: SignedRequest, requiredFields: string[]): Promise<boolean> {
    try {
      const verdict = await httpbis.verifyMessage(
        {
          keyLookup: (parameters) => Promise.resolve(parameters.keyid === 'shop' ? key : null),
          maxAge: GOOD_FOR_S,
          notAfter: Math.floor(Date.now() / 1_000) + CLOCKS_DIFFER_S,
          requiredParams: ['created', 'keyid', 'nonce'],
          requiredFields,
        },
        request,
      );
      return verdict === true;
    } catch (cause) {
      throw new NotBelieved(cause instanceof Error ? cause.message : String(cause));
    }
  }
}

/** Signs the bank's answers, each bound to the request that it answers. */
export function answerSigner(secret: string) {
  const key = createSigner(secret, 'hmac-sha256', 'bank');
  return async (
    answer: { readonly status: number; readonly body: Buffer | string },
    request: SignedRequest,
  ): Promise<Record<string, string | string[]>> => {
    const digested = { status: answer.status, headers: { 'content-digest': contentDigest(answer.body) } };
    const params = ['created', 'keyid', 'alg', 'nonce'];
    const signed = await httpbis.signMessage(
      { key, fields: ANSWER_FIELDS, params, paramValues: { nonce: randomUUID() } },
      digested,
      request,
    );
    return signed.headers;
  };
}
