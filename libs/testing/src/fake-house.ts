import { type Clock, systemClock } from '@evenkeel/kernel';
import {
  connectBus,
  type FaultPoints,
  type Log,
  type MessagingContext,
  NO_FAULTS,
} from '@evenkeel/messaging';
import { type CountingMeter, countingMeter } from './counting-meter.js';
import { addressOf } from './test-engine.js';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly details: object;
  readonly message: string;
}

/** The surroundings of a service without its process: the real bus, a meter that counts, a log that is kept. */
export interface FakeHouse extends MessagingContext {
  readonly meter: CountingMeter;
  readonly lines: readonly LogLine[];
  /** The readiness checks that were named, by name. */
  readonly checks: ReadonlyMap<string, () => Promise<void>>;
  /** Stops what was started in it, last added first, and leaves the bus. */
  stop(): Promise<void>;
}

export interface FakeHouseParts {
  readonly clock?: Clock | undefined;
  /** A broker of the test's own; left out: that of `NATS_URL`. */
  readonly natsUrl?: string | undefined;
  /** What happens at its points; nothing when left out. */
  readonly faults?: FaultPoints | undefined;
}

/** Connects to the bus under the name of a service. */
export async function fakeHouse(service: string, parts: FakeHouseParts = {}): Promise<FakeHouse> {
  const { clock = systemClock, natsUrl = addressOf('NATS_URL'), faults = NO_FAULTS } = parts;
  const nats = await connectBus(natsUrl, `${service}-test`);
  const stops: (() => Promise<void>)[] = [];
  const lines: LogLine[] = [];
  const checks = new Map<string, () => Promise<void>>();
  const write = (level: LogLine['level']) => (details: object, message: string) =>
    void lines.push({ level, details, message });
  const log: Log = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
  return {
    service,
    nats,
    clock,
    faults,
    log,
    lines,
    checks,
    meter: countingMeter(),
    onStop: (_, stop) => void stops.push(stop),
    readiness: (name, check) => void checks.set(name, check),
    async stop() {
      for (const stop of stops.reverse()) await stop();
      await nats.close();
    },
  };
}
