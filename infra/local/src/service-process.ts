import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { type ProcessSpec, StartProblem } from '@evenkeel/engines';
import { isReady } from './is-ready.js';
import { processEnvironment, type SystemFacts } from './process-environment.js';
import type { ProcessDefinition } from './processes.js';

export interface ServicePlace {
  /** The repository, or the folder that stands for it in a test. */
  readonly root: string;
  readonly dataDir: string;
  readonly facts: SystemFacts;
}

/** How one process of the house is run; a `StartProblem` when it was not built. */
export function serviceProcess(definition: ProcessDefinition, place: ServicePlace): ProcessSpec {
  const cwd = join(place.root, definition.dir);
  const entry = join(cwd, 'dist', 'main.js');
  if (!existsSync(entry))
    throw new StartProblem(`${definition.dir} is not built (${entry} is missing): run \`npm run build\`.`);
  const env = processEnvironment(definition, place.facts);
  return {
    name: definition.name,
    rank: 'service',
    command: execPath,
    args: [`--max-semi-space-size=${definition.youngMiB}`, entry],
    env,
    cwd,
    logFile: join(place.dataDir, 'logs', `${definition.name}.log`),
    stopSignal: 'SIGTERM',
    stopWithinMs: definition.rank === 'service' ? 2_500 : 1_200,
    pollMs: 100,
    isReady: () => isReady(Number(env.HEALTH_PORT)),
  };
}
