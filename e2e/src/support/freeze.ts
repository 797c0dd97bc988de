import { request } from 'undici';
import { expect, onTestFinished } from 'vitest';
import { eventually } from './eventually.js';
import { shop } from './scenario.js';

const BACK_WITHIN_MS = 60_000;

/**
 * Stops a process of the shared system where it stands, so that it neither answers nor ends. The answer kills it,
 * which starts it anew, and resolves when it is ready; that happens at the latest when the test has finished. Once a
 * name and run.
 */
export async function freeze(name: string): Promise<() => Promise<void>> {
  const { pid, health } = shop().processes[name] ?? {};
  if (!pid) throw new Error(`No process of the shop is called ${name}`);
  const ready = async () => (await request(`${health}/readyz`, { headersTimeout: 1_000 })).statusCode === 200;
  let frozen = true;
  const revive = async () => {
    if (frozen) process.kill(pid, 'SIGKILL');
    frozen = false;
    await eventually(async () => expect(await ready()).toBe(true), BACK_WITHIN_MS);
  };
  process.kill(pid, 'SIGSTOP');
  onTestFinished(revive, BACK_WITHIN_MS);
  await expect(ready()).rejects.toThrow();
  return revive;
}
