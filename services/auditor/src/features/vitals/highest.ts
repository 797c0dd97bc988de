import type { Violation } from '../../violation.js';

interface Shown {
  readonly productId: string;
  readonly version: number;
}

/**
 * R2: remembers the highest version that a reader showed of anything, so that it can tell when one goes back. Each look
 * reads a page of what is shown, going round; where something went back the next look reads that page again, so that
 * what passes is told from what stays.
 */
export class Highest {
  readonly #reader: string;
  readonly #versions = new Map<string, number>();
  readonly #behind = new Map<string, Violation>();
  #after: string | null = null;

  constructor(reader: string) {
    this.#reader = reader;
  }

  /** Reads the next page and returns all that is behind what was shown before, also on the pages read earlier. */
  async look(
    ask: (
      after: string | null,
    ) => Promise<{ readonly items: readonly Shown[]; readonly next: string | null }>,
  ): Promise<Violation[]> {
    const after = this.#after;
    const { items, next } = await ask(after);
    const before = new Set(this.#behind.keys());
    for (const id of before)
      if ((after === null || id > after) && (next === null || id <= next)) this.#behind.delete(id);
    for (const one of items) this.#compare(one);
    const wentBack = [...this.#behind.keys()].some((id) => !before.has(id));
    if (!wentBack) this.#after = next;
    return [...this.#behind.values()];
  }

  /** What was repaired begins anew: the version that it had may never have been one. */
  forget(productId: string): void {
    this.#versions.delete(productId);
    this.#behind.delete(productId);
  }

  #compare({ productId, version }: Shown): void {
    const highest = this.#versions.get(productId) ?? version;
    this.#versions.set(productId, Math.max(highest, version));
    if (version >= highest) return;
    const evidence = `${this.#reader} shows version ${version} of ${productId}, after it showed ${highest}`;
    this.#behind.set(productId, { invariant: 'R2', subject: `${this.#reader} ${productId}`, evidence });
  }
}
