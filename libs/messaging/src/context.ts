import type { Clock } from '@evenkeel/kernel';
import type { NatsConnection } from 'nats';
import type { FaultPoints } from './faults/fault-points.js';

/** The log of the process; pino's own shape. */
export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Counts what happens; the runtime turns it into Prometheus metrics. Names are `evenkeel_` plus the given one. */
export interface Meter {
  count(name: string, labels: Readonly<Record<string, string>>, by?: number): void;
  observe(name: string, labels: Readonly<Record<string, string>>, value: number): void;
  gauge(name: string, labels: Readonly<Record<string, string>>, value: number): void;
}

/** What messaging needs of the process it runs in. */
export interface MessagingContext {
  readonly service: string;
  readonly nats: NatsConnection;
  readonly log: Log;
  readonly meter: Meter;
  readonly clock: Clock;
  readonly faults: FaultPoints;
  /** Called last-added-first when the process stops. */
  onStop(name: string, stop: () => Promise<void>): void;
  readiness(name: string, check: () => Promise<void>): void;
}
