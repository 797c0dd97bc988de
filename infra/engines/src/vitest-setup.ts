import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines } from './engines.js';
import { startWatchdog } from './process/watchdog.js';

/**
 * Starts the engines once for a whole run of integration tests, on free ports with a data folder of their own, and
 * hands the five addresses to the tests by environment. An address that is set already is used instead, so the
 * same tests run against servers of yours. Two runs at once do not meet.
 */
export default async function startTestEngines(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-test-'));
  const watchdog = startWatchdog();
  const leave = async () => {
    await watchdog.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  // The data goes when the run does: nothing has to outlive a power cut.
  const tuning = { postgres: { fsync: 'off' } };
  try {
    const running = await startEngines({ dataDir, env: process.env, watchdog, tuning });
    Object.assign(process.env, running.addresses);
    return async () => {
      await running.stop();
      await leave();
    };
  } catch (error) {
    await leave();
    throw error;
  }
}
