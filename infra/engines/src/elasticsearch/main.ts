import { Socket } from 'node:net';
import { env, exit } from 'node:process';
import { readConfig } from './config.js';
import { startServer } from './server.js';

try {
  const config = readConfig(env);
  const server = await startServer({ port: config.port, dataDir: config.dataDir, now: Date.now });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.close().then(
      () => exit(0),
      (error: unknown) => {
        console.error(error);
        exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (config.watchdogFd !== undefined) {
    const watchdog = new Socket({ fd: config.watchdogFd, readable: true, writable: false });
    watchdog.on('error', stop).on('close', stop).resume();
  }
  console.log(`ready elasticsearch ${server.port}`);
} catch (error) {
  console.error(`elasticsearch stand-in: ${error instanceof Error ? error.message : String(error)}`);
  exit(1);
}
