import { once } from 'node:events';
import { openDatabase } from '@evenkeel/postgres';
import { createHealth, createLog, createMeter, watchLauncher } from '@evenkeel/runtime/parts';
import { bookkeeper } from './book/bookkeeper.js';
import { Courier } from './callbacks/courier.js';
import { bankConfig } from './config.js';
import { nightWatch } from './night-watch.js';
import { bankServer } from './server.js';
import { Switchboard } from './switchboard.js';

const STOP_LIMIT_MS = 3_000;

const config = bankConfig();
const log = createLog({ service: 'bank', instance: `bank-${process.pid}`, level: config.LOG_LEVEL });
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    log.fatal({ err: error }, 'Something was not handled; the bank ends and is started again');
    process.exit(1);
  });
}

const health = createHealth(createMeter('bank').registry);
health.server.listen(config.HEALTH_PORT, config.HEALTH_HOST);
await once(health.server, 'listening');
const db = openDatabase({
  url: config.databaseUrl,
  onIdleError: (error) => log.warn({ err: error }, 'A database connection broke; the pool replaces it'),
});
health.check('postgres', () => db.ping());

const switchboard = new Switchboard();
const courier = new Courier({
  db,
  url: config.BANK_CALLBACK_URL,
  secret: config.BANK_SIGNING_WEBHOOK_SECRET,
  log,
});
const line = bookkeeper({
  db,
  slowMs: config.BANK_SLOW_MS,
  fixedTokens: config.EVENKEEL_MODE === 'demo',
  send: (callback) => courier.send(callback),
  count: (faults) => {
    for (const fault of faults) switchboard.count(fault);
  },
});
const app = bankServer({ config, db, line, courier, switchboard, log });
// What the inner door says, the outer one says too: the bank has no other for whoever runs it alone.
for (const path of ['/healthz', '/readyz', '/metrics'])
  app.get(path, (request, reply) => {
    reply.hijack();
    health.server.emit('request', request.raw, reply.raw);
  });
const watch = nightWatch({ db, line, courier, log });

let stopping = false;
async function stop(reason: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ reason }, 'Stopping');
  health.setReady(false);
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  await watch.stop();
  await app.close();
  await line.idle();
  await courier.stop();
  await db.close();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
watchLauncher(() => process.exit(0));

await app.listen({ port: config.BANK_PORT, host: config.BANK_HOST });
health.setReady(true);
log.info({ port: config.BANK_PORT }, 'Ready');
