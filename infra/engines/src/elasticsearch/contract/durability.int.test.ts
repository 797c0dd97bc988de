import { appendFile, mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endStandIn, type StandInProcess, startStandIn } from './stand-in-process.js';
import { refusal } from './target.js';

/** Only the stand-in is asked here: these tests kill their server. */
let dataDir: string;
let running: StandInProcess;
let client: Client;
const index = 'kept';

async function start(): Promise<void> {
  running = await startStandIn(dataDir);
  client = new Client({ node: running.url, maxRetries: 0 });
}

async function restart(signal: NodeJS.Signals): Promise<number | null> {
  await client.close();
  const code = await endStandIn(running, signal);
  await start();
  return code;
}

const write = (id: string, n: number, version: number) =>
  client.index({ index, id, document: { n, title: `灯 lamp ${n}` }, version, version_type: 'external' });
const total = async () => (await client.count({ index })).count;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'elasticsearch-'));
  await start();
  await client.indices.create({
    index,
    aliases: { live: {} },
    settings: { number_of_replicas: 0, refresh_interval: '-1' },
    mappings: { dynamic: 'strict', properties: { n: { type: 'integer' }, title: { type: 'text' } } },
  });
});

afterEach(async () => {
  await client.close();
  await endStandIn(running, 'SIGKILL');
  await rm(dataDir, { recursive: true });
});

describe('a kill', () => {
  it('loses nothing that was acknowledged, refreshed or not', async () => {
    await write('a', 1, 5);
    await write('b', 1, 1);
    await client.delete({ index, id: 'b', version: 9, version_type: 'external' });
    await client.indices.putMapping({ index, properties: { extra: { type: 'keyword' } } });
    await client.indices.create({ index: 'second' });
    await client.indices.updateAliases({
      actions: [{ remove: { index, alias: 'live' } }, { add: { index: 'second', alias: 'live' } }],
    });
    expect(await restart('SIGKILL')).toBeNull();
    expect(await client.get({ index, id: 'a' })).toMatchObject({
      _version: 5,
      _source: { n: 1, title: '灯 lamp 1' },
    });
    expect(await total()).toBe(1);
    expect((await client.search({ index, query: { match: { title: '灯' } } })).hits.hits).toHaveLength(1);
    expect((await refusal(write('a', 2, 5))).status).toBe(409);
    expect((await refusal(write('b', 2, 8))).status).toBe(409);
    expect(Object.keys(await client.indices.getAlias({ name: 'live' }))).toEqual(['second']);
    const mapping = (await client.indices.getMapping({ index }))[index]?.mappings;
    expect(Object.keys(mapping?.properties ?? {})).toEqual(['n', 'title', 'extra']);
  });

  it('in the middle of writing keeps every write that was answered', async () => {
    let acknowledged = 0;
    // It ends when its server is killed, with an error that says so.
    const writing = (async () => {
      for (let n = 0; ; n++) {
        await write(`w${n}`, n, 1);
        acknowledged = n + 1;
      }
    })().catch(() => undefined);
    await expect.poll(() => acknowledged).toBeGreaterThan(50);
    await endStandIn(running, 'SIGKILL');
    await writing;
    await client.close();
    await start();
    expect(await total()).toBeGreaterThanOrEqual(acknowledged);
  });

  it('cuts off the write it interrupted', async () => {
    await write('a', 1, 1);
    await endStandIn(running, 'SIGKILL');
    const log = join(dataDir, 'log');
    await appendFile(log, (await readFile(log)).subarray(0, 20));
    await client.close();
    await start();
    expect(await total()).toBe(1);
    await write('b', 2, 1);
    await write('c', 3, 1);
    await endStandIn(running, 'SIGKILL');
    await truncate(log, (await stat(log)).size - 3);
    await client.close();
    await start();
    expect(await client.mget({ index, ids: ['b', 'c'] })).toMatchObject({
      docs: [{ found: true }, { found: false }],
    });
  });
});

describe('the process', () => {
  it('makes its log small again when it starts', async () => {
    for (let n = 0; n < 300; n++) await write('same', n, n + 1);
    const before = (await stat(join(dataDir, 'log'))).size;
    expect(await restart('SIGTERM')).toBe(0);
    expect((await stat(join(dataDir, 'log'))).size).toBeLessThan(before / 50);
    expect(await client.get({ index, id: 'same' })).toMatchObject({ _version: 300, _source: { n: 299 } });
  });

  it('refuses a log that is damaged in the middle rather than forget what follows', async () => {
    await write('a', 1, 1);
    await write('b', 1, 1);
    await endStandIn(running, 'SIGKILL');
    const log = join(dataDir, 'log');
    const bytes = await readFile(log);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await truncate(log);
    await appendFile(log, bytes);
    await expect(startStandIn(dataDir)).rejects.toThrow();
  });

  it('is reached from this machine only', async () => {
    const port = Number(new URL(running.url).port);
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter((each) => !each.internal);
    for (const { address, scopeid, family } of others) {
      if (family === 'IPv6' && scopeid) continue;
      const refused = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port });
        socket.once('connect', () => socket.destroy() && resolve(false)).once('error', () => resolve(true));
      });
      expect(refused, address).toBe(true);
    }
  });

  it('leaves when the pipe of its launcher ends', async () => {
    const pipe = running.child.stdio[3];
    if (!pipe || !('destroy' in pipe)) throw new Error('no pipe');
    const ended = new Promise<number | null>((resolve) => running.child.once('exit', resolve));
    await client.close();
    pipe.destroy();
    expect(await ended).toBe(0);
  });
});
