import { type Matches, scoreAt } from '../invert/doc-set.js';
import type { SortKey } from './sort-key.js';
import type { SortValue } from './sort-value.js';

/** A document of the answer, with what it was ordered by. */
export interface Hit {
  readonly doc: number;
  readonly score: number;
  readonly values: readonly SortValue[];
}

/** How hits are chosen. */
export interface TopHits {
  readonly keys: readonly SortKey[];
  readonly count: number;
  /** Only what stands behind these values. */
  readonly after: readonly SortValue[] | undefined;
}

/** Scores are single precision in the original; so ties are ties here, too. */
const rounded = (matches: Matches, at: number) => Math.fround(scoreAt(matches, at));

/** The best documents, in order; of equals, the one that was indexed first comes first. */
export function topHits(matches: Matches, { keys, count, after }: TopHits): Hit[] {
  const heap = new Heap(count, compare(keys));
  const [first] = keys;
  for (let at = 0; at < matches.docs.length && count > 0; at++) {
    const doc = matches.docs[at] ?? 0;
    const score = rounded(matches, at);
    // Most documents of a large answer lose by the first condition alone.
    const worst = heap.worst?.values[0];
    if (first && worst !== undefined && first.compare(first.value(doc, score), worst) > 0) continue;
    const hit: Hit = { doc, score, values: keys.map((key) => key.value(doc, score)) };
    if (after && compareValues(keys, hit.values, after) <= 0) continue;
    heap.offer(hit);
  }
  return heap.sorted();
}

export const bestScore = (matches: Matches): number | null => {
  let best: number | null = null;
  for (let at = 0; at < matches.docs.length; at++) best = Math.max(best ?? 0, rounded(matches, at));
  return best;
};

const compare = (keys: readonly SortKey[]) => (left: Hit, right: Hit) =>
  compareValues(keys, left.values, right.values) || left.doc - right.doc;

function compareValues(
  keys: readonly SortKey[],
  left: readonly SortValue[],
  right: readonly SortValue[],
): number {
  for (const [at, key] of keys.entries()) {
    const order = key.compare(left[at] ?? null, right[at] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** Keeps the least few of what it is offered; the greatest of these is at its root. */
class Heap {
  private readonly hits: Hit[] = [];
  private readonly limit: number;
  private readonly order: (left: Hit, right: Hit) => number;

  constructor(limit: number, order: (left: Hit, right: Hit) => number) {
    this.limit = limit;
    this.order = order;
  }

  /** The last of those kept, once as many are kept as may be. */
  get worst(): Hit | undefined {
    return this.hits.length === this.limit ? this.hits[0] : undefined;
  }

  offer(hit: Hit): void {
    const [root] = this.hits;
    if (this.hits.length < this.limit) {
      this.hits.push(hit);
      this.rise(this.hits.length - 1);
    } else if (root && this.order(hit, root) < 0) {
      this.hits[0] = hit;
      this.sink(0);
    }
  }

  sorted(): Hit[] {
    return [...this.hits].sort(this.order);
  }

  private after(left: number, right: number): boolean {
    const a = this.hits[left];
    const b = this.hits[right];
    return a !== undefined && b !== undefined && this.order(a, b) > 0;
  }

  private swap(left: number, right: number): void {
    const a = this.hits[left];
    const b = this.hits[right];
    if (!a || !b) return;
    this.hits[left] = b;
    this.hits[right] = a;
  }

  private rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.after(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      const child = this.after(left + 1, left) ? left + 1 : left;
      if (!this.after(child, at)) return;
      this.swap(at, child);
      at = child;
    }
  }
}
