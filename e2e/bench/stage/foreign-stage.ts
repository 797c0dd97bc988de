import { Door, dataOf } from '../http/door.js';
import { cpuOfAll } from '../measure/process-times.js';
import { OptionProblem } from '../options.js';
import type { Stage } from './stage.js';

/** A shop that runs already. Throws `OptionProblem` when it does not answer. */
export async function foreignStage(url: string): Promise<Stage> {
  const base = url.replace(/\/$/, '');
  await knock(base);
  return {
    isOurs: false,
    base,
    engines: [],
    deaths: [],
    engine(name) {
      throw new Error(`${name} of the shop at ${url} cannot be reached from here`);
    },
    cpu: () => cpuOfAll(new Map()),
    pidOf: () => undefined,
    stop: () => Promise.resolve(),
  };
}

async function knock(base: string): Promise<void> {
  try {
    const door = new Door(base);
    dataOf(await door.post({ body: '{"query":"{ __typename }"}' }));
    await door.close();
  } catch (error) {
    throw new OptionProblem(`No shop answers at ${base}`, { cause: error });
  }
}
