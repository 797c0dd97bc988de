import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { createSigner, createVerifier, httpbis } from 'http-message-signatures';

/** How old an answer's signature may be, and how far the bank's clock may be from ours. */
const MAX_AGE_SECONDS = 300;
const CLOCKS_DIFFER_SECONDS = 60;
const REQUEST_FIELDS = ['@method', '@authority', '@path', 'content-digest'];
/** An answer is bound to the request that it answers: it fits no other. */
const ANSWER_FIELDS = ['@status', 'content-digest', 'signature'];

type Headers = Record<string, string | string[]>;

export interface SignedRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Headers;
}

/** `sha-256=:…:` of RFC 9530. */
export const contentDigest = (body: string): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** Signs what we ask the bank: HTTP Message Signatures (RFC 9421), HMAC-SHA256, the body by its digest. */
export function requestSigner(secret: string) {
  const key = createSigner(secret, 'hmac-sha256', 'shop');
  return async (request: SignedRequest, body: string): Promise<SignedRequest> => {
    const keyed = request.headers['idempotency-key'] !== undefined;
    return httpbis.signMessage(
      {
        key,
        fields: keyed ? [...REQUEST_FIELDS, 'idempotency-key'] : REQUEST_FIELDS,
        params: ['created', 'keyid', 'alg', 'nonce'],
        paramValues: { nonce: randomUUID() },
      },
      { ...request, headers: { ...request.headers, 'content-digest': contentDigest(body) } },
    );
  };
}

/** Whether the bank itself gave this answer, to this request. */
export function answerVerifier(secret: string) {
  const verify = createVerifier(secret, 'hmac-sha256');
  const key = { id: 'bank', algs: ['hmac-sha256'], verify };
  return async (
    answer: { readonly status: number; readonly headers: Headers; readonly body: string },
    request: SignedRequest,
  ): Promise<boolean> => {
    const digest = Buffer.from(String(answer.headers['content-digest'] ?? ''));
    const expected = Buffer.from(contentDigest(answer.body));
    if (digest.length !== expected.length || !timingSafeEqual(digest, expected)) return false;
    const verdict = await httpbis.verifyMessage(
      {
        keyLookup: ({ keyid }) => Promise.resolve(keyid === 'bank' ? key : null),
        maxAge: MAX_AGE_SECONDS,
        notAfter: Math.floor(Date.now() / 1_000) + CLOCKS_DIFFER_SECONDS,
        requiredParams: ['created', 'keyid', 'nonce'],
        requiredFields: ANSWER_FIELDS,
      },
      { status: answer.status, headers: answer.headers },
      request,
    );
    return verdict === true;
  };
}
