import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { houseProcesses, type RunningSystem, startSystem } from '@evenkeel/local';
import type { TestProject } from 'vitest/node';
import { type BrowserFound, findBrowser } from '../browser/find-browser.js';
import { type ProcessSeen, readSecrets, type ShopAddresses } from './addresses.js';
import { everythingHolds } from './everything-holds.js';
import { QUICK } from './quick.js';

declare module 'vitest' {
  export interface ProvidedContext {
    shop: ShopAddresses;
    /** What the journeys are made with; null where none was found. */
    browser: BrowserFound | null;
  }
}

/**
 * Starts a system of its own, with ports and data of its own, so that it also runs beside `npm start`. When all is
 * done, everything must still add up.
 */
export default async function startShop(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', await findBrowser());
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-e2e-'));
  const system = await startSystem({ dataDir, port: 0, env: { ...process.env, ...QUICK } });
  const engines = Object.fromEntries(system.engines.map((engine) => [engine.name, engine.url]));
  const processes = processesOf(system);
  const secrets = await readSecrets(dataDir);
  project.provide('shop', { ...system.addresses, dataDir, engines, processes, ...secrets });
  return async () => {
    try {
      await everythingHolds(system.addresses.gateway);
    } catch (error) {
      // What is thrown here is printed, and passed over.
      process.exitCode = 1;
      throw error;
    } finally {
      await system.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  };
}

function processesOf(system: RunningSystem): Record<string, ProcessSeen> {
  return Object.fromEntries(
    houseProcesses.map(({ name }) => [
      name,
      { pid: system.pidOf(name) ?? 0, health: system.healthUrl(name) },
    ]),
  );
}
