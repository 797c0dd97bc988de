// Stands for a service in tests of the launcher: ready at once, says where its broker is, gone with the launcher, slow to stop when told so.
import { createServer } from 'node:http';
import { Socket } from 'node:net';

const { HEALTH_PORT, WATCHDOG_FD, SERVICE_NAME, NATS_URL } = process.env;
if (SERVICE_NAME === 'broken') throw new Error('broken on purpose');
createServer((_, response) => response.end(NATS_URL)).listen(Number(HEALTH_PORT), '127.0.0.1');
if (SERVICE_NAME === 'deaf') {
  // Hears neither the signal nor the end of the launcher: only force ends it.
  process.on('SIGTERM', () => console.log('deaf to SIGTERM'));
  process.on('SIGINT', () => console.log('deaf to SIGINT'));
} else {
  new Socket({ fd: Number(WATCHDOG_FD) }).on('close', () => process.exit(0)).resume();
  process.on('SIGTERM', () => {
    console.log(`stopped at ${Date.now()}`);
    process.exit(0);
  });
}
