import type { Engine, EngineName } from '../engine.js';
import { engineVariables } from '../engine.js';
import { StartProblem } from '../start-problem.js';
import { askVersion } from './ask-version.js';

/** Asks the server at an address you gave for its version; fails with a `StartProblem` when it does not answer. */
export async function describeYours(name: EngineName, url: string): Promise<Engine> {
  try {
    return { name, kind: 'yours', version: await askVersion[name](url), url };
  } catch (error) {
    const why = error instanceof Error && error.message ? error.message : String(error);
    throw new StartProblem(
      `${engineVariables[name]} points to ${withoutSecret(url)}, which does not answer as it should (${why}): start that server, correct the address, or unset the variable.`,
    );
  }
}

/** The address without user name and password, fit for a screen. */
export function withoutSecret(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
