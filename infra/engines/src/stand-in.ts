import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { EnginePlace, EnginePlan } from './engine.js';
import type { ProcessSpec } from './process/process-spec.js';

export type StandInName = 'redis' | 'mongo' | 'elasticsearch';

/** A stand-in as a process. It says `ready <name> <port>` when it serves, and ends when the launcher's pipe does. */
export function standInProcess(name: StandInName, place: EnginePlace): ProcessSpec {
  return {
    name,
    rank: 'engine',
    command: execPath,
    args: entryArguments(name),
    env: { ...place.env, PORT: String(place.port), DATA_DIR: place.dir },
    cwd: place.dir,
    logFile: place.logFile,
    stopSignal: 'SIGTERM',
    stopWithinMs: 3_000,
    isReady: async ({ output }) => output().includes(`ready ${name} ${place.port}\n`),
  };
}

/** Built: the file beside this one. From source, as in tests: the TypeScript file, through tsx. */
function entryArguments(name: StandInName): string[] {
  const extension = extname(fileURLToPath(import.meta.url));
  const entry = fileURLToPath(new URL(`./${name}/main${extension}`, import.meta.url));
  if (extension !== '.ts') return [entry];
  // By its address: the process runs in the data folder, from where the name would not be found.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
  return ['--import', loader.href, '-C', 'source', entry];
}

/** The MongoDB stand-in; its data survives a SIGKILL. */
export const planMongo = async (place: EnginePlace): Promise<EnginePlan> => ({
  kind: 'stand-in',
  version: 'answers as MongoDB 8.0.0',
  url: `mongodb://127.0.0.1:${place.port}`,
  process: standInProcess('mongo', place),
});

/** The Elasticsearch stand-in; its data survives a SIGKILL. */
export const planElasticsearch = async (place: EnginePlace): Promise<EnginePlan> => ({
  kind: 'stand-in',
  version: 'answers as Elasticsearch 9.4.3',
  url: `http://127.0.0.1:${place.port}`,
  process: standInProcess('elasticsearch', place),
});
