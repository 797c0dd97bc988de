import { once } from 'node:events';
import { type ActionInput, type ActionOutput, type AnyAction, defineIsReady } from '@evenkeel/contracts';
import { type Clock, systemClock } from '@evenkeel/kernel';
import { connectBus, type MessagingContext, NO_FAULTS } from '@evenkeel/messaging';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { action, type ServedAction } from './action.js';
import { type CallOptions, createBroker } from './broker.js';
import type { HouseConfig } from './config.js';
import { type Faults, openFaults, skewedClock } from './faults/faults.js';
import { createHealth } from './health.js';
import { type IdentityTokens, identityTokens } from './identity-tokens.js';
import { createLog } from './log.js';
import { createMeter } from './meter.js';
import { watchLauncher } from './watch-launcher.js';

const STOP_LIMIT_MS = 8_000;

/** A process of the house: everything a service needs from its surroundings. */
export interface House extends MessagingContext {
  readonly config: HouseConfig;
  readonly log: Logger;
  readonly metrics: Registry;
  readonly tokens: IdentityTokens;
  readonly faults: Faults;
  /** Calls an action of another service. Throws `Problem`; branch on its type. */
  call<A extends AnyAction>(
    action: A,
    input: ActionInput<A>,
    options?: CallOptions,
  ): Promise<ActionOutput<A>>;
  /** Closes a door of the process when it stops, before anything else does: who is inside is still answered. */
  onClose(name: string, close: () => Promise<void>): void;
  /** Serves actions, once and before `ready`; whether the process is ready can then be asked too. */
  serve(actions: readonly ServedAction[]): void;
  /** Joins the bus, opens `/readyz`. */
  ready(): Promise<void>;
}

/** Starts a process: log, metrics, inner door, bus, broker, and a stop that drains. */
export async function startProcess(config: HouseConfig, trueClock: Clock = systemClock): Promise<House> {
  const log = createLog({ service: config.service, instance: config.instance, level: config.logLevel });
  const meter = createMeter(config.service);
  const health = createHealth(meter.registry);
  const tokens = identityTokens(config.identitySecret);
  const doors: { name: string; stop: () => Promise<void> }[] = [];
  const stops: typeof doors = [];
  let stopping = false;

  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, 'Something was not handled; the process ends and is started again');
      process.exit(1);
    });
  }
  health.server.listen(config.healthPort, config.healthHost);
  await once(health.server, 'listening');

  const nats = await connectBus(config.natsUrl, config.instance);
  const clock = skewedClock(trueClock);
  const { service, instance } = config;
  const faults: Faults =
    config.mode === 'demo'
      ? openFaults({ nats, log, meter, service, instance }, clock)
      : { ...NO_FAULTS, offer: () => undefined };
  const broker = createBroker(config, { log, meter, tokens, faults });
  const isReady = action(defineIsReady(config.service), () => health.readiness());
  health.check('nats', async () => {
    await nats.rtt();
  });
  health.check('broker', async () => {
    if (!broker.isConnected()) throw new Error('Calls do not reach the bus');
  });

  async function stop(reason: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'Stopping');
    health.setReady(false);
    setTimeout(() => {
      log.error({}, 'Stopping took too long');
      process.exit(1);
    }, STOP_LIMIT_MS).unref();
    for (const { name, stop: close } of doors.reverse()) await settle(name, close);
    await settle('broker', () => broker.stop());
    for (const { name, stop: run } of stops.reverse()) await settle(name, run);
    await settle('bus', () => nats.close());
    health.server.close();
    process.exit(0);
  }

  async function settle(name: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      log.warn({ err: error, part: name }, 'A part did not stop cleanly');
    }
  }

  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
  watchLauncher(() => process.exit(0));

  return {
    config,
    service: config.service,
    clock,
    log,
    meter,
    metrics: meter.registry,
    nats,
    tokens,
    faults,
    call: (definition, input, options) => broker.call(definition, input, options),
    serve: (actions) => broker.serve([...actions, isReady]),
    readiness: (name, check) => health.check(name, check),
    onClose: (name, close) => void doors.push({ name, stop: close }),
    onStop: (name, run) => void stops.push({ name, stop: run }),
    async ready() {
      await broker.start();
      health.setReady(true);
      log.info({ healthPort: config.healthPort }, 'Ready');
    },
  };
}
