import { relative } from 'node:path';
import fc from 'fast-check';

/** Milliseconds that a test of so many runs may take, with those that make a failing story shorter. */
export const timeFor = (runs: number): number => 60_000 + 250 * runsOf(runs);

/** Runs of a model-based test: as many as given, or `MODEL_RUNS`. */
const runsOf = (runs: number): number => Number(process.env.MODEL_RUNS ?? runs);

/**
 * Runs a property against random input, side by side for each of the players that it is given to; `MODEL_RUNS` says
 * how often in all. A failure names the command that runs the very same case again, by `MODEL_SEED` and `MODEL_PATH`.
 */
export async function holdInEveryRun<Players, Ts>(
  players: readonly Players[],
  propertyOf: (players: Players) => fc.IAsyncProperty<Ts>,
  { runs, file }: { readonly runs: number; readonly file: string },
): Promise<void> {
  const { MODEL_SEED, MODEL_PATH } = process.env;
  const again = MODEL_SEED
    ? { seed: Number(MODEL_SEED), ...(MODEL_PATH ? { path: MODEL_PATH, endOnFailure: true } : {}) }
    : {};
  const at = MODEL_SEED ? players.slice(0, 1) : players;
  const numRuns = Math.ceil(runsOf(runs) / at.length);
  const results = await Promise.all(at.map((one) => fc.check(propertyOf(one), { numRuns, ...again })));
  for (const { failed, seed, counterexamplePath, errorInstance } of results) {
    if (!failed) continue;
    const variables = `MODEL_SEED=${seed} MODEL_PATH=${counterexamplePath ?? ''}`;
    const command = `${variables} npx vitest run --project integration ${relative(process.cwd(), file)}`;
    const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
    throw new Error(`The same again: ${command}\n${why}`, { cause: errorInstance });
  }
}
