import type { Signatures } from '@evenkeel/runtime';
import { Pool } from 'undici';

/** Longer than this and the answer is unknown: neither yes nor no. */
const TIMEOUT_MS = 3_000;

export interface SignedRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
}

/** HTTP to the bank, signed by us and checked when it answers. */
export interface SignedClient {
  /** Throws when nothing came, or what came was not signed by the bank. */
  send(request: SignedRequest): Promise<{ readonly status: number; readonly body: unknown }>;
  close(): Promise<void>;
}

interface Parts {
  readonly url: string;
  /** Our key, with which the request is signed. */
  readonly ours: Signatures;
  /** The bank's key, with which the answer must be signed. */
  readonly theirs: Signatures;
  /** Calls under way at once: the bank's own limit, not the lane's. */
  readonly connections: number;
}

export function signedClient({ url, ours, theirs, connections }: Parts): SignedClient {
  const pool = new Pool(url, {
    connections,
    pipelining: 1,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  return {
    async send({ method, path, body, idempotencyKey }) {
      const text = body ? JSON.stringify(body) : '';
      const headers = await ours.signRequest({
        method,
        url: new URL(path, url).toString(),
        body: text,
        headers: {
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        },
      });
      const answer = await pool.request({
        method,
        path,
        headers,
        body: body ? text : null,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answered = await answer.body.text();
      const known = Object.fromEntries(
        Object.entries(answer.headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      );
      const genuine = await theirs.verifyResponse({
        status: answer.statusCode,
        headers: known,
        body: answered,
      });
      if (!genuine) throw new Error(`An answer of ${answer.statusCode} that the bank did not sign`);
      return { status: answer.statusCode, body: JSON.parse(answered) as unknown };
    },
    close: () => pool.close(),
  };
}
