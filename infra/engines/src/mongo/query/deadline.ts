import { CommandError } from '../errors.js';

const EVERY = 256;

/** `maxTimeMS`: a command that goes on longer ends with the original's error. It is looked at now and then only. */
export class Deadline {
  private readonly end: number;
  private steps = 0;

  constructor(maxTimeMs: number) {
    this.end = maxTimeMs > 0 ? performance.now() + maxTimeMs : Number.POSITIVE_INFINITY;
  }

  /** To be called once for each document. */
  step(): void {
    if (++this.steps % EVERY === 0) this.check();
  }

  check(): void {
    if (performance.now() > this.end) throw new CommandError(50, 'operation exceeded time limit');
  }
}
