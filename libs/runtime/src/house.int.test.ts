import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const fixture = join(import.meta.dirname, 'testing', 'fixture-door.ts');

test('a process closes its doors while the bus is still there, then its parts, last opened first', async () => {
  const { PATH = '', NATS_URL = '' } = process.env;
  const env = { PATH, NATS_URL, IDENTITY_SECRET: 'x'.repeat(40), HEALTH_PORT: '0', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['--import', loader, '-C', 'source', fixture], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(...text.trim().split('\n')));
  await expect.poll(() => said, { timeout: 20_000 }).toEqual(['ready']);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(said).toEqual(['ready', 'gate closed', 'door closed, the bus was there', 'part stopped']);
});
