/** What the process is told by its launcher. */
interface Config {
  /** 0 takes a free one. */
  port: number;
  dataDir: string;
  /** A pipe whose end means that the launcher is gone. */
  watchdogFd: string | undefined;
}

/** Reads the environment; throws an error that names the variable to set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const dataDir = env.DATA_DIR;
  if (dataDir === undefined || dataDir === '')
    throw new Error('set DATA_DIR to the folder that keeps the data');
  return { port: portOf(env.PORT), dataDir, watchdogFd: env.WATCHDOG_FD };
}

function portOf(text: string | undefined): number {
  const port = Number(text === '' ? undefined : text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`set PORT to a whole number from 0 to 65535, not ${String(text)}`);
}
