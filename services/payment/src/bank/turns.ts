/** Work that is done by so many at a time, and one thing never twice at once. */
export class Turns {
  readonly #places: number;
  readonly #most: number;
  readonly #keys = new Set<string>();
  #waiting: (() => Promise<void>)[] = [];
  #busy = 0;

  /** `most` that may wait; what comes past it is left to whoever finds it again. */
  constructor(places: number, most: number) {
    this.#places = places;
    this.#most = most;
  }

  get size(): number {
    return this.#keys.size;
  }

  /** Does the work in its turn, unless it is waiting or being done already. `work` must not reject. */
  take(key: string, work: () => Promise<void>): void {
    if (this.#keys.has(key) || this.#keys.size >= this.#most) return;
    this.#keys.add(key);
    this.#waiting.push(() => work().finally(() => this.#keys.delete(key)));
    this.#next();
  }

  /** Forgets what has not begun. */
  clear(): void {
    this.#waiting = [];
  }

  #next(): void {
    while (this.#busy < this.#places) {
      const work = this.#waiting.shift();
      if (!work) return;
      this.#busy += 1;
      void work().finally(() => {
        this.#busy -= 1;
        this.#next();
      });
    }
  }
}
