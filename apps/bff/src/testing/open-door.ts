import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { CallerClaims } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import { createEngine } from '../graphql/engine.js';
import { opsSchema, shopSchema } from '../graphql/schemas.js';
import { graphqlDoor } from '../http/graphql-door.js';
import { createHttpServer } from '../http/server.js';
import { caller, silentLog, silentMeter, testShop } from './test-shop.js';

export interface Sent {
  readonly headers?: Record<string, string>;
  /** Null for nobody. */
  readonly as?: CallerClaims | null;
  readonly tokenSeconds?: number;
  readonly method?: string;
  readonly body?: unknown;
}

/** The BFF's own HTTP server on a free port, over fake services. */
export async function openDoor(call: House['call'], options: { production?: boolean } = {}) {
  const shop = testShop(call);
  const production = options.production ?? false;
  const persisted = new Map([['cart', '{ cart { quantity } }']]);
  const parts = { log: silentLog, meter: silentMeter, production, persisted };
  const door = { shop, log: silentLog, meter: silentMeter };
  const server = createHttpServer({
    '/graphql': graphqlDoor({ ...door, engine: createEngine(shopSchema(), parts), admits: () => true }),
    '/ops/graphql': graphqlDoor({
      ...door,
      engine: createEngine(opsSchema(), parts),
      admits: (identity) => identity?.caller.kind === 'operator',
    }),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function send(path: string, { as = caller(), ...sent }: Sent = {}): Promise<Response> {
    const token = as && (await shop.tokens.sign(as, sent.tokenSeconds ?? 60));
    return fetch(`http://127.0.0.1:${port}${path}`, {
      method: sent.method ?? 'POST',
      headers: {
        ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { 'x-identity-token': token, 'x-session-token': 'session-token-of-the-test' } : {}),
        ...sent.headers,
      },
      ...(sent.body === undefined
        ? {}
        : { body: typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body) }),
    });
  }

  return {
    shop,
    send,
    close() {
      shop.feed.endAll();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Status, chosen code and body of an answer, whether it has errors or not. */
export async function read(response: Response) {
  const body = (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  return {
    status: response.status,
    code: body.errors?.[0]?.extensions.code ?? null,
    body,
    headers: response.headers,
  };
}
