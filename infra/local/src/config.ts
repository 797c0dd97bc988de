import { join, resolve } from 'node:path';
import { StartProblem } from '@evenkeel/engines';

export type Mode = 'demo' | 'production';

export interface LauncherConfig {
  readonly dataDir: string;
  /** The gateway's; every other public port stands at a fixed step from it. */
  readonly port: number;
  readonly mode: Mode;
  /** Wipe the data folder first. */
  readonly fresh: boolean;
  /** Put a proxy in front of each engine. */
  readonly faultProxies: boolean;
}

const ARGUMENTS = ['--fresh'];
/** Leaves room for the ports that stand at fixed steps above it. */
const HIGHEST_PORT = 65_400;

/** Reads arguments and environment once; anything that is not understood is a `StartProblem`. */
export function readConfig(args: readonly string[], env: NodeJS.ProcessEnv, root: string): LauncherConfig {
  const unknown = args.find((argument) => !ARGUMENTS.includes(argument));
  if (unknown !== undefined)
    throw new StartProblem(`\`npm start\` does not know ${unknown}; it knows ${ARGUMENTS.join(', ')}.`);
  const port = Number(env.PORT || 8080);
  if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT)
    throw new StartProblem(
      `PORT is ${env.PORT}: it must be a whole number from 1 to ${HIGHEST_PORT}, or 0 for any that is free.`,
    );
  const mode = env.EVENKEEL_MODE || 'demo';
  if (mode !== 'demo' && mode !== 'production')
    throw new StartProblem(`EVENKEEL_MODE is ${mode}: it must be demo or production.`);
  const faultProxies = env.FAULT_PROXIES || '0';
  if (faultProxies !== '0' && faultProxies !== '1')
    throw new StartProblem(`FAULT_PROXIES is ${faultProxies}: it must be 1, or left out.`);
  if (faultProxies === '1' && mode === 'production')
    throw new StartProblem('A production takes no faults: start without FAULT_PROXIES.');
  return {
    dataDir: resolve(env.EVENKEEL_DATA || join(root, '.data')),
    port,
    mode,
    fresh: args.includes('--fresh'),
    faultProxies: faultProxies === '1',
  };
}
