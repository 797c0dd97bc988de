import { watchLauncher } from '../process/launcher-pipe.js';
import { readConfig } from './config.js';
import { listen, type MongoServer } from './server.js';
import { Store } from './store/store.js';

const warn = (message: string) => console.error(`mongo: ${message}`);

/** Memory is ahead of the disk: the only honest thing left is to stop, and to read the log again at the next start. */
function diskFailed(error: Error): never {
  warn(`cannot write to the data folder, stopping: ${error.message}. Make room on the disk and start again.`);
  process.exit(1);
}

let stopping = false;
async function stop(store: Store, server: MongoServer): Promise<void> {
  if (stopping) return;
  stopping = true;
  await server.close();
  await store.close();
  process.exit(0);
}

async function main(): Promise<void> {
  const { port, dataDir, watchdogFd } = readConfig(process.env);
  const store = new Store({ dir: dataDir, onFailure: diskFailed, warn });
  const server = await listen(store, port, warn);
  const end = () => void stop(store, server);
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  watchLauncher(watchdogFd, end);
  console.log(`ready mongo ${server.port}`);
}

main().catch((error: unknown) => {
  warn(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
