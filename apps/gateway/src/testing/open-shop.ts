import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Viewer } from '@evenkeel/contracts';
import { type CustomerId, newId } from '@evenkeel/kernel';
import { createLog, createMeter, type House, identityTokens } from '@evenkeel/runtime';
import { Redis } from 'ioredis';
import { type GatewayConfig, gatewayConfig } from '../config.js';
import { openGateway } from '../gateway.js';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const SECRET = 'a secret for tests, long enough for HS256';
const json: Answer = (_, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"answered":true}}');

/** Identity as the gateway knows it, in memory. */
function sessions() {
  const known = new Map<string, { sessionId: string; viewer: Viewer }>();
  const call = async ({ name }: { name: string }, input: { token?: string; locale?: string }) => {
    if (name === 'identity.get-session') return known.get(input.token ?? '') ?? null;
    if (name !== 'identity.open-session') throw new Error(`Nobody answers ${name} in this test`);
    const token = `token-${newId()}`;
    const viewer = { customerId: newId<CustomerId>(), kind: 'guest', name: null, email: null, ...input };
    const session = { sessionId: newId(), viewer: viewer as Viewer };
    known.set(token, session);
    return { token, ...session };
  };
  return { call: call as unknown as House['call'], known };
}

/** A gateway on a free port before a BFF that answers as a test wants; every request seems to come from an address of its own. */
export async function openShop(settings: Partial<GatewayConfig> = {}) {
  let answer = json;
  const asked: { request: IncomingMessage; body: string }[] = [];
  const bff = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      asked.push({ request, body });
      answer(request, response, body);
    });
  }).listen(0, '127.0.0.1');
  await once(bff, 'listening');
  const dir = mkdtempSync(join(tmpdir(), 'evenkeel-gateway-'));
  writeFileSync(join(dir, 'index.html'), '<html><head></head><body>the page</body></html>');
  const redis = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
  const identity = sessions();
  const tokens = identityTokens(SECRET);
  const log = createLog({ service: 'gateway', instance: 'test', level: 'silent' });
  const house = { call: identity.call, log, meter: createMeter('gateway'), tokens };
  const config = { ...testConfig(bff.address() as AddressInfo, dir), ...settings };
  const gateway = await openGateway(house, config, redis);
  const base = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const address = `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`;

  return {
    base,
    tokens,
    asked,
    close: () => gateway.close(),
    answerWith(next: Answer) {
      answer = next;
    },
    send: (path: string, init: RequestInit = {}) =>
      fetch(base + path, { ...init, headers: { 'x-forwarded-for': address, ...init.headers } }),
    ask(headers: Record<string, string> = {}, query = '{ viewer { kind } }', path = '/graphql') {
      const init = { method: 'POST', body: JSON.stringify({ query }) };
      return this.send(path, { ...init, headers: { 'content-type': 'application/json', ...headers } });
    },
    async end() {
      await gateway.close();
      redis.disconnect();
      bff.close();
      bff.closeAllConnections();
    },
  };
}

function testConfig({ port }: AddressInfo, storefront: string): GatewayConfig {
  const env = {
    IDENTITY_SECRET: SECRET,
    PUBLIC_URL: 'http://localhost:8080',
    BFF_URL: `http://127.0.0.1:${port}`,
    BANK_PUBLIC_URL: 'http://localhost:8090',
    STOREFRONT_DIR: storefront,
    TRUSTED_PROXIES: '127.0.0.1',
  };
  return gatewayConfig(env);
}

/** The `name=value` of the session cookie that an answer sets. */
export function cookieOf(response: Response): string {
  const [cookie = ''] = response.headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}

export async function refusalOf(response: Response) {
  const { errors } = (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] };
  const { code = null, traceId = null } = errors?.[0]?.extensions ?? {};
  return {
    status: response.status,
    code,
    retryAfter: response.headers.get('retry-after'),
    traced: traceId !== null,
  };
}
