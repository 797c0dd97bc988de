import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines, startWatchdog } from '@evenkeel/engines';

const READY = { withinMs: 30_000, maxDeaths: 3 };

/** A NATS server that exists for one test file, for what would disturb the tests that share the other one. */
export interface ThrowAwayBroker {
  readonly url: string;
  /** Kills it and resolves when it answers again, on the same port with the same store. */
  kill(): Promise<void>;
  /** Stops it, does something while it is away, and starts it again on the same port. */
  whileDown(work: (storeDir: string) => Promise<void>): Promise<void>;
  /** Stops it, throws away what it has stored, and starts it again. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a NATS server on a free port with a data folder of its own. */
export async function throwAwayBroker(): Promise<ThrowAwayBroker> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-broker-'));
  const watchdog = startWatchdog();
  const { NATS_URL: _, ...env } = process.env;
  const running = await startEngines({ dataDir, env, watchdog, only: ['nats'] });
  const [engine] = running.engines;
  const [server] = running.processes;
  if (!engine || !server) throw new Error('No NATS server was started');
  const whileDown: ThrowAwayBroker['whileDown'] = async (work) => {
    await server.stop();
    await work(join(dataDir, 'nats', 'streams'));
    server.start();
    await server.waitUntilReady(READY);
  };
  return {
    url: engine.url,
    whileDown,
    wipe: () => whileDown((storeDir) => rm(storeDir, { recursive: true })),
    async kill() {
      server.kill('SIGKILL');
      while (server.isReady()) await new Promise((resolve) => setImmediate(resolve));
      await server.waitUntilReady(READY);
    },
    async stop() {
      await running.stop();
      await watchdog.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
