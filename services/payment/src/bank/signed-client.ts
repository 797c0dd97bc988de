import { Pool } from 'undici';
import { answerVerifier, requestSigner } from './signatures.js';

/** Longer than this and the answer is unknown: neither yes nor no. */
const TIMEOUT_MS = 3_000;

export interface BankRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
}

/** HTTP to the bank, signed by us and checked when it answers. */
export interface SignedClient {
  /** Throws when nothing came, or what came was not signed by the bank. */
  send(request: BankRequest): Promise<{ readonly status: number; readonly body: unknown }>;
  close(): Promise<void>;
}

interface Parts {
  readonly url: string;
  /** Our key, with which the request is signed. */
  readonly shopSecret: string;
  /** The bank's key, with which the answer must be signed. */
  readonly bankSecret: string;
  /** Calls under way at once: the bank's own limit, not the lane's. */
  readonly connections: number;
}

export function signedClient({ url, shopSecret, bankSecret, connections }: Parts): SignedClient {
  const pool = new Pool(url, {
    connections,
    pipelining: 1,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  const sign = requestSigner(shopSecret);
  const isGenuine = answerVerifier(bankSecret);
  return {
    async send({ method, path, body, idempotencyKey }) {
      const text = body ? JSON.stringify(body) : '';
      const signed = await sign(
        {
          method,
          url: new URL(path, url).toString(),
          headers: {
            ...(body ? { 'content-type': 'application/json' } : {}),
            ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
          },
        },
        text,
      );
      const answer = await pool.request({
        method,
        path,
        headers: signed.headers,
        body: body ? text : null,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answered = await answer.body.text();
      const headers = Object.fromEntries(
        Object.entries(answer.headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      );
      const status = answer.statusCode;
      if (!(await isGenuine({ status, headers, body: answered }, signed))) {
        throw new Error(`An answer of ${status} that the bank did not sign`);
      }
      return { status, body: JSON.parse(answered) as unknown };
    },
    close: () => pool.close(),
  };
}
