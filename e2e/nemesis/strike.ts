import type { FaultId } from '@evenkeel/kernel';
import { type FaultController, FaultRefused } from '@evenkeel/runtime/faults';
import { type Blow, type BlowKind, kindOf } from './plan.js';

/** Tries of a blow that met a bus that was away, or nobody who could make it. */
const TRIES = 4;
const WATCH_EVERY_MS = 300;

export interface Struck {
  readonly kind: BlowKind;
  readonly blow: Blow;
  /** Why it was not set; null when it was. */
  readonly refused: string | null;
  fired: number;
}

/** Sets blows and remembers which took effect, also when nobody knows of them any more. */
export class Striker {
  readonly struck: Struck[] = [];
  readonly #faults: FaultController;
  readonly #byId = new Map<FaultId, Struck>();
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | undefined;

  constructor(faults: FaultController) {
    this.#faults = faults;
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look();
    }, WATCH_EVERY_MS);
  }

  async strike(blow: Blow): Promise<Struck> {
    let refused = '';
    for (let tries = 0; tries < TRIES; tries += 1) {
      try {
        const { id } = await this.#faults.set(blow.fault);
        const struck: Struck = { kind: kindOf(blow), blow, refused: null, fired: 0 };
        this.struck.push(struck);
        this.#byId.set(id, struck);
        return struck;
      } catch (error) {
        refused = error instanceof Error ? error.message : String(error);
        if (!(error instanceof FaultRefused)) await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
    const struck: Struck = { kind: kindOf(blow), blow, refused, fired: 0 };
    this.struck.push(struck);
    return struck;
  }

  /** Kinds of which at least one took effect. */
  firedKinds(): ReadonlySet<BlowKind> {
    return new Set(this.struck.filter(({ fired }) => fired > 0).map(({ kind }) => kind));
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    try {
      for (const { id, fired } of await this.#faults.list()) {
        const struck = this.#byId.get(id);
        if (struck) struck.fired = Math.max(struck.fired, fired);
      }
    } catch {
      // The bus is away, which is one of the blows; the next look may see more.
    } finally {
      this.#looking = undefined;
    }
  }
}
