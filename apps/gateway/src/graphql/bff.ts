import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Pool } from 'undici';
import type { Caller } from '../session/sessions.js';

/** Headers of the browser that the BFF may see; everything else stays at the door. */
const PASSED = [
  'accept',
  'accept-language',
  'content-type',
  'idempotency-key',
  'last-event-id',
  'content-length',
  'x-run-id',
] as const;

export interface BffRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer | null;
  readonly caller: Caller;
  readonly correlationId: string;
  readonly traceparent: string;
}

export interface BffAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Readable & { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Passes bytes on to the BFF and never looks into them. */
export function connectBff(url: string) {
  const calls = new Pool(url, {
    connections: 256,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: 15_000,
  });
  // Streams hold their connections for as long as a page is open, so they have a pool of their own.
  const streams = new Pool(url, { connections: null, pipelining: 1, bodyTimeout: 0, headersTimeout: 15_000 });

  async function send(pool: Pool, request: BffRequest): Promise<BffAnswer> {
    const passed = PASSED.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    const { caller } = request;
    const answer = await pool.request({
      method: request.method,
      path: request.path,
      body: request.body,
      headers: {
        ...Object.fromEntries(passed),
        'x-identity-token': caller.identityToken,
        'x-session-token': caller.sessionToken,
        'x-correlation-id': request.correlationId,
        traceparent: request.traceparent,
      },
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  }

  return {
    call: (request: BffRequest) => send(calls, request),
    stream: (request: BffRequest) => send(streams, request),
    async ping(): Promise<void> {
      const answer = await calls.request({
        method: 'POST',
        path: '/graphql',
        body: '{"query":"{__typename}"}',
        headers: { 'content-type': 'application/json' },
      });
      await answer.body.dump();
      if (answer.statusCode >= 500) throw new Error(`The BFF answers ${answer.statusCode}`);
    },
    async close() {
      await Promise.all([calls.close(), streams.destroy()]);
    },
  };
}

export type Bff = ReturnType<typeof connectBff>;
