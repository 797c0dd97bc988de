import { setTimeout as sleep } from 'node:timers/promises';

/** The shop said something else than what was asked for. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** Seconds after which the same may be tried again; null when trying again is of no use. */
  readonly retryAfter: number | null;

  constructor(what: string, retryAfter: number | null = null) {
    super(what);
    this.retryAfter = retryAfter;
  }
}

/** How turns ended that did not end well. */
export class Ends {
  readonly #wrong = new Map<string, number>();
  #refused = 0;

  /** Turned away because the house is full: polite, but no work done. */
  get refused(): number {
    return this.#refused;
  }

  /** How often each wrong thing happened, by what was said. */
  get wrong(): Record<string, number> {
    return Object.fromEntries(this.#wrong);
  }

  /** Counts the end and waits as a client would before it tries again. */
  async take(error: unknown): Promise<void> {
    if (error instanceof Refused && error.retryAfter !== null) {
      this.#refused += 1;
      return sleep(error.retryAfter * 1_000);
    }
    const what = error instanceof Error ? error.message : String(error);
    this.#wrong.set(what, (this.#wrong.get(what) ?? 0) + 1);
    return sleep(1_000);
  }
}
