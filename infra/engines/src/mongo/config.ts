/** What the process is told by its launcher. */
export interface Config {
  /** 0 takes a free one. */
  port: number;
  dataDir: string;
  /** A pipe whose end means that the launcher is gone. */
  watchdogFd: number | undefined;
}

/** Reads the environment; throws an error that names the variable to set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const dataDir = env.DATA_DIR;
  if (dataDir === undefined || dataDir === '')
    throw new Error('set DATA_DIR to the folder that keeps the data');
  const watchdog = env.WATCHDOG_FD;
  return {
    port: wholeNumber('PORT', env.PORT, 65_535),
    dataDir,
    watchdogFd:
      watchdog === undefined || watchdog === '' ? undefined : wholeNumber('WATCHDOG_FD', watchdog, 1023),
  };
}

function wholeNumber(name: string, text: string | undefined, most: number): number {
  const n = Number(text === '' ? undefined : text);
  if (Number.isInteger(n) && n >= 0 && n <= most) return n;
  throw new Error(`set ${name} to a whole number from 0 to ${most}, not ${String(text)}`);
}
