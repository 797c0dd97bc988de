/** Notices when a house that was busy has come to rest. */
export class Quiet {
  readonly #restMs: number;
  #pulse: string | null = null;
  #since = 0;
  #told: string | null = null;

  /** At rest is what has not changed for `restMs`. */
  constructor(restMs: number) {
    this.#restMs = restMs;
  }

  /**
   * Takes a pulse, a text that changes whenever anything does, at a moment of a clock that only goes forward. True once
   * for each rest; null, when nobody can tell, counts as a change.
   */
  feel(pulse: string | null, now: number): boolean {
    if (pulse === null || pulse !== this.#pulse) {
      this.#pulse = pulse;
      this.#since = now;
      return false;
    }
    if (pulse === this.#told || now - this.#since < this.#restMs) return false;
    this.#told = pulse;
    return true;
  }
}
