import { keyName } from './keyed.js';
import type { KeyId } from './order.js';
import { idOf } from './store/key-store.js';
import type { Settled } from './workflows/saga/decision.js';

type Resolve = (settled: Settled | null) => void;

/** Those who wait for the result of their key, and are woken by the step that decides it. */
export class Waiters {
  readonly #waiting = new Map<string, { readonly key: KeyId; readonly resolves: Set<Resolve> }>();

  /** Tells those who wait for these keys. */
  wake(settled: readonly Settled[]): void {
    for (const one of settled) {
      for (const resolve of this.#waiting.get(keyName(idOf(one)))?.resolves ?? []) resolve(one);
    }
  }

  /** Resolves as soon as the key has its result, or with null after `ms`. */
  wait(key: KeyId, ms: number): Promise<Settled | null> {
    const name = keyName(key);
    return new Promise((resolve) => {
      const mine = this.#waiting.get(name) ?? { key, resolves: new Set() };
      this.#waiting.set(name, mine);
      const finish: Resolve = (settled) => {
        clearTimeout(timer);
        mine.resolves.delete(finish);
        if (mine.resolves.size === 0) this.#waiting.delete(name);
        resolve(settled);
      };
      const timer = setTimeout(() => finish(null), ms);
      mine.resolves.add(finish);
    });
  }

  /** Keys that somebody waits for. */
  keys(): KeyId[] {
    return [...this.#waiting.values()].map(({ key }) => key);
  }
}
