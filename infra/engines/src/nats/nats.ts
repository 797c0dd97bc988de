import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnginePlace, EnginePlan } from '../engine.js';
import { answers } from '../process/answers.js';
import { findNats } from './find-nats.js';

const STORE = 'streams';

/** Where the broker of a data folder keeps its streams. */
export const brokerStore = (dataDir: string): string => join(dataDir, 'nats', STORE);

/**
 * Finds the NATS server and writes its configuration. Streams are on disk; the server writes at once and asks
 * the disk to sync every two minutes, so after a power cut (not after a SIGKILL) the outboxes publish the rest again.
 */
export async function planNats(place: EnginePlace): Promise<EnginePlan> {
  const { program, version } = findNats(place.dir);
  const configuration = join(place.dir, 'nats.conf');
  mkdirSync(place.dir, { recursive: true });
  writeFileSync(configuration, natsConfiguration(place));
  return {
    kind: 'original',
    version,
    url: `nats://127.0.0.1:${place.port}`,
    process: {
      name: 'nats',
      rank: 'engine',
      command: program,
      args: ['-c', configuration],
      // Where Go's collector starts to work harder; without it the heap doubles before every collection.
      env: { GOMEMLIMIT: '192MiB', ...place.env },
      cwd: place.dir,
      logFile: place.logFile,
      stopSignal: 'SIGTERM',
      stopWithinMs: 3_000,
      isReady: () => answers(place.port, 'INFO '),
    },
  };
}

/** The whole configuration; what is not named keeps the server's default (payloads up to 1 MB, sync every 2 min). */
export function natsConfiguration(place: Pick<EnginePlace, 'dir' | 'port'>): string {
  return `# Written at every start.
host: "127.0.0.1"
port: ${place.port}
server_name: "evenkeel"
jetstream {
  store_dir: ${JSON.stringify(join(place.dir, STORE))}
  max_memory_store: 64MB
  max_file_store: 16GB
}
`;
}
