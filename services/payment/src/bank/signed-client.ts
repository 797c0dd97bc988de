import { type Dispatcher, Pool } from 'undici';
import { answerVerifier, requestSigner } from './signatures.js';

export interface BankRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
}

/** HTTP to the bank, signed by us and checked when it answers. */
export interface SignedClient {
  /** Throws when nothing came, or what came was not signed by the bank. */
  send(request: BankRequest): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Drops what is on its way. */
  close(): Promise<void>;
}

export interface BankAddress {
  readonly url: string;
  /** Our key, with which the request is signed. */
  readonly shopSecret: string;
  /** The bank's key, with which the answer must be signed. */
  readonly bankSecret: string;
  /** Calls under way at once: the bank's own limit, not the lane's. */
  readonly connections: number;
  /** Longer than this and the answer is unknown: neither yes nor no. */
  readonly timeoutMs: number;
}

export function signedClient(bank: BankAddress): SignedClient {
  const { url, shopSecret, bankSecret, connections, timeoutMs } = bank;
  const pool = new Pool(url, {
    connections,
    pipelining: 1,
    connect: { timeout: timeoutMs },
    keepAliveTimeout: 30_000,
  });
  const sign = requestSigner(shopSecret);
  const isGenuine = answerVerifier(bankSecret);

  /** The whole answer, to its last byte, or an error when the time is over. */
  async function exchange(request: Pick<Dispatcher.RequestOptions, 'method' | 'path' | 'headers' | 'body'>) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new Error(`No answer within ${timeoutMs} ms`)), timeoutMs);
    try {
      const answer = await pool.request({ ...request, signal: patience.signal });
      return { status: answer.statusCode, received: answer.headers, answered: await answer.body.text() };
    } finally {
      clearTimeout(timer);
    }
  }

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
      const { status, received, answered } = await exchange({
        method,
        path,
        headers: signed.headers,
        body: body ? text : null,
      });
      const headers = Object.fromEntries(
        Object.entries(received).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
      if (!(await isGenuine({ status, headers, body: answered }, signed))) {
        throw new Error(`An answer of ${status} that the bank did not sign`);
      }
      return { status, body: JSON.parse(answered) as unknown };
    },
    close: () => pool.destroy(),
  };
}
