import type { EngineName } from '../engine.js';

const WITHIN_MS = 5_000;

/** How each server is asked for its version; the clients are loaded only when an address was given. */
export const askVersion: Record<EngineName, (url: string) => Promise<string>> = {
  async postgres(url) {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: WITHIN_MS });
    await client.connect();
    try {
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return rows[0]?.server_version ?? 'unknown';
    } finally {
      await client.end();
    }
  },
  async nats(url) {
    const { connect } = await import('nats');
    const connection = await connect({ servers: url, timeout: WITHIN_MS, reconnect: false });
    const version = connection.info?.version ?? 'unknown';
    const jetstream = connection.info?.jetstream === true;
    await connection.close();
    if (!jetstream) throw new Error('JetStream is off');
    return version;
  },
  async redis(url) {
    const { Redis } = await import('ioredis');
    const client = new Redis(url, {
      lazyConnect: true,
      connectTimeout: WITHIN_MS,
      retryStrategy: () => null,
    });
    // The failed command below carries the same error.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? 'unknown';
    } finally {
      client.disconnect();
    }
  },
  async mongo(url) {
    const { default: mongoose } = await import('mongoose');
    const connection = mongoose.createConnection(url, { serverSelectionTimeoutMS: WITHIN_MS });
    try {
      await connection.asPromise();
      const answer: unknown = await connection.db?.admin().buildInfo();
      return textIn(answer, 'version');
    } finally {
      await connection.close();
    }
  },
  async elasticsearch(url) {
    const address = new URL(url);
    const { username, password } = address;
    const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
    address.username = '';
    address.password = '';
    const headers: Record<string, string> = username
      ? { authorization: `Basic ${secret.toString('base64')}` }
      : {};
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(WITHIN_MS) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const answer: unknown = await response.json();
    return textIn(
      typeof answer === 'object' && answer !== null && 'version' in answer ? answer.version : {},
      'number',
    );
  },
};

function textIn(answer: unknown, field: string): string {
  if (typeof answer !== 'object' || answer === null) return 'unknown';
  const value: unknown = Reflect.get(answer, field);
  return typeof value === 'string' ? value : 'unknown';
}
