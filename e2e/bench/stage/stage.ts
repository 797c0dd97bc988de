import type { Cpu } from '../measure/process-times.js';

/** A shop to measure. */
export interface Stage {
  /** Of a shop that is not ours, only the public door is known. */
  readonly isOurs: boolean;
  /** Where its gateway answers. */
  readonly base: string;
  /** Name, version and kind of each engine; empty when the shop is not ours. */
  readonly engines: readonly string[];
  /** The address of an engine, of Postgres as its owner; throws when the shop is not ours. */
  engine(name: string): string;
  /** Of every process of the shop and of this one; of a shop that is not ours, of this one alone. */
  cpu(): Cpu;
  pidOf(name: string): number | undefined;
  /** What died while it was measured. */
  readonly deaths: readonly string[];
  stop(): Promise<void>;
}
