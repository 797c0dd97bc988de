import { copyFile, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessDefinition } from '../processes.js';

/** A folder that stands for the repository, with a built process for each definition. */
export async function makeFixtureHouse(services: readonly ProcessDefinition[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'evenkeel-house-'));
  for (const { dir } of services) {
    await mkdir(join(root, dir, 'dist'), { recursive: true });
    await copyFile(join(import.meta.dirname, 'fixture-service.mjs'), join(root, dir, 'dist', 'main.js'));
  }
  return root;
}

/** A process for tests of the launcher. `deaf` ignores signals, `broken` cannot start. */
export function fixture(name: string, more: Partial<ProcessDefinition> = {}): ProcessDefinition {
  const dir = `services/${name}`;
  return { name, dir, rank: 'service', engines: 'all', secrets: [], youngMiB: 4, ...more };
}

export const fixtureServices = [fixture('order'), fixture('deaf'), fixture('gateway', { rank: 'door' })];
