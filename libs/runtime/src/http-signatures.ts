import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { httpbis } from 'http-message-signatures';

/** How old a signature may be, and how far in the future its clock may stand. */
const MAX_AGE_SECONDS = 300;
const TOLERANCE_SECONDS = 60;
const REQUEST_FIELDS = ['@method', '@path', '@authority', 'content-digest'];
const RESPONSE_FIELDS = ['@status', 'content-digest'];

type Headers = Record<string, string | string[]>;

export interface SignableRequest {
  readonly method: string;
  /** With scheme and authority. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface SignableResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Signs and checks messages between two parties that share a secret (RFC 9421, hmac-sha256, RFC 9530 digest). */
export interface Signatures {
  signRequest(request: SignableRequest): Promise<Headers>;
  verifyRequest(request: SignableRequest): Promise<boolean>;
  signResponse(response: SignableResponse): Promise<Headers>;
  verifyResponse(response: SignableResponse): Promise<boolean>;
}

export const contentDigest = (body: string): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** One key for one direction: what the shop signs, the bank checks, and the other way about with another key. */
export function signatures(key: { readonly id: string; readonly secret: string }): Signatures {
  const mac = (data: Buffer) => createHmac('sha256', key.secret).update(data).digest();
  const signer = { id: key.id, alg: 'hmac-sha256', sign: (data: Buffer) => Promise.resolve(mac(data)) };
  const verifier = {
    id: key.id,
    algs: ['hmac-sha256'],
    verify: (data: Buffer, signature: Buffer) => {
      const wanted = mac(data);
      return Promise.resolve(wanted.length === signature.length && timingSafeEqual(wanted, signature));
    },
  };
  const params = ['created', 'keyid', 'alg'];
  const rules = (requiredFields: string[]) => ({
    keyLookup: (given: { keyid?: string }) => Promise.resolve(given.keyid === key.id ? verifier : null),
    maxAge: MAX_AGE_SECONDS,
    tolerance: TOLERANCE_SECONDS,
    requiredParams: ['created', 'keyid'],
    requiredFields,
    all: true,
  });
  /** Anything that does not hold, or cannot even be read as a signature, is not signed. */
  const holds = async (
    body: string,
    headers: Headers,
    check: () => Promise<boolean | null>,
  ): Promise<boolean> => {
    if (headers['content-digest'] !== contentDigest(body)) return false;
    try {
      return (await check()) === true;
    } catch {
      return false;
    }
  };
  return {
    async signRequest({ method, url, headers, body }) {
      const digested = { ...headers, 'content-digest': contentDigest(body) };
      const signed = await httpbis.signMessage(
        { key: signer, fields: REQUEST_FIELDS, params },
        { method, url, headers: digested },
      );
      return signed.headers;
    },
    verifyRequest: ({ method, url, headers, body }) =>
      holds(body, headers, () => httpbis.verifyMessage(rules(REQUEST_FIELDS), { method, url, headers })),
    async signResponse({ status, headers, body }) {
      const digested = { ...headers, 'content-digest': contentDigest(body) };
      const signed = await httpbis.signMessage(
        { key: signer, fields: RESPONSE_FIELDS, params },
        { status, headers: digested },
      );
      return signed.headers;
    },
    verifyResponse: ({ status, headers, body }) =>
      holds(body, headers, () => httpbis.verifyMessage(rules(RESPONSE_FIELDS), { status, headers })),
  };
}
