import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSystem, startSystem } from '@evenkeel/local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buyThrough } from '../support/buy-through.js';
import { QUICK } from '../support/quick.js';

let system: RunningSystem;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-kills-'));
  const env = { ...process.env, ...QUICK, PAY_WITHIN_SECONDS: '120', CARRIER_DISPATCH_SECONDS: '600' };
  system = await startSystem({ dataDir, port: 0, env });
});

afterAll(async () => {
  await system?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test.each(['order', 'inventory', 'payment', 'finance', 'nats', 'postgres'])(
  'a SIGKILL of %s in the middle of purchases loses nothing that was acknowledged',
  async (victim) => {
    const pid = system.pidOf(victim);
    await buyThrough(system.addresses.gateway, async () => system.kill(victim, 'SIGKILL'));
    expect(system.pidOf(victim)).not.toBe(pid);
    await system.waitUntilReady(victim);
  },
  150_000,
);
