/** How the process was told to run. */
export interface Config {
  /** Port on 127.0.0.1; 0 lets the system choose. */
  readonly port: number;
  /** Folder of the log; made if it is not there. */
  readonly dataDir: string;
  /** File descriptor of a pipe at whose end the process leaves, so that it never outlives its launcher. */
  readonly watchdogFd: number | undefined;
}

/** Reads the environment; throws an Error that says what to set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const dataDir = env.DATA_DIR;
  if (!dataDir)
    throw new Error('DATA_DIR is not set: name a folder for the data of the Elasticsearch stand-in');
  return {
    port: wholeNumber('PORT', env.PORT, 65_535),
    dataDir,
    watchdogFd: env.WATCHDOG_FD ? wholeNumber('WATCHDOG_FD', env.WATCHDOG_FD, 65_535) : undefined,
  };
}

function wholeNumber(name: string, text: string | undefined, most: number): number {
  const value = Number(text);
  if (!text || !Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`${name} must be a whole number from 0 to ${most}, not "${text ?? ''}"`);
  return value;
}
