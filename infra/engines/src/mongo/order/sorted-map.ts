const FULL = 512;
const SMALL = 96;

interface Leaf<V> {
  keys: string[];
  values: V[];
}

/**
 * A map in the order of its keys (binary strings): a list of short sorted leaves, found by halving. Inserting moves
 * at most one leaf's entries; keys that only grow fill their leaves whole.
 */
export class SortedMap<V> {
  private leaves: Leaf<V>[] = [{ keys: [], values: [] }];
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(key: string): V | undefined {
    const leaf = this.leaves[this.leafOf(key)] as Leaf<V>;
    const i = lowerBound(leaf.keys, key);
    return leaf.keys[i] === key ? leaf.values[i] : undefined;
  }

  set(key: string, value: V): void {
    const at = this.leafOf(key);
    const leaf = this.leaves[at] as Leaf<V>;
    const i = lowerBound(leaf.keys, key);
    if (leaf.keys[i] === key) {
      leaf.values[i] = value;
      return;
    }
    this.count++;
    if (i === leaf.keys.length) {
      leaf.keys.push(key);
      leaf.values.push(value);
    } else {
      leaf.keys.splice(i, 0, key);
      leaf.values.splice(i, 0, value);
    }
    if (leaf.keys.length > FULL) this.split(at, i);
  }

  delete(key: string): void {
    const at = this.leafOf(key);
    const leaf = this.leaves[at] as Leaf<V>;
    const i = lowerBound(leaf.keys, key);
    if (leaf.keys[i] !== key) return;
    this.count--;
    leaf.keys.splice(i, 1);
    leaf.values.splice(i, 1);
    if (leaf.keys.length < SMALL) this.join(at);
  }

  clear(): void {
    this.leaves = [{ keys: [], values: [] }];
    this.count = 0;
  }

  /** How many keys are in `from <= key < to`. */
  countBetween(from: string, to: string): number {
    const first = this.leafOf(from);
    const last = this.leafOf(to);
    let count = -lowerBound((this.leaves[first] as Leaf<V>).keys, from);
    for (let at = first; at < last; at++) count += (this.leaves[at] as Leaf<V>).keys.length;
    return Math.max(0, count + lowerBound((this.leaves[last] as Leaf<V>).keys, to));
  }

  /** Shows the values of `from <= key < to` in order until `visit` answers false. The map must not change meanwhile. */
  ascend(from: string, to: string, visit: (value: V) => boolean): boolean {
    let at = this.leafOf(from);
    let i = lowerBound((this.leaves[at] as Leaf<V>).keys, from);
    for (; at < this.leaves.length; at++, i = 0) {
      const { keys, values } = this.leaves[at] as Leaf<V>;
      for (; i < keys.length; i++) {
        if ((keys[i] as string) >= to) return true;
        if (!visit(values[i] as V)) return false;
      }
    }
    return true;
  }

  /** The same from the end. */
  descend(from: string, to: string, visit: (value: V) => boolean): boolean {
    let at = this.leafOf(to);
    let i = lowerBound((this.leaves[at] as Leaf<V>).keys, to) - 1;
    for (;;) {
      const { keys, values } = this.leaves[at] as Leaf<V>;
      for (; i >= 0; i--) {
        if ((keys[i] as string) < from) return true;
        if (!visit(values[i] as V)) return false;
      }
      if (--at < 0) return true;
      i = (this.leaves[at] as Leaf<V>).keys.length - 1;
    }
  }

  /** The last leaf whose first key is not above `key`. */
  private leafOf(key: string): number {
    let low = 0;
    let high = this.leaves.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (((this.leaves[middle] as Leaf<V>).keys[0] as string) <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private split(at: number, inserted: number): void {
    const leaf = this.leaves[at] as Leaf<V>;
    const appended = at === this.leaves.length - 1 && inserted === leaf.keys.length - 1;
    const middle = appended ? leaf.keys.length - 1 : leaf.keys.length >> 1;
    this.leaves.splice(at + 1, 0, { keys: leaf.keys.splice(middle), values: leaf.values.splice(middle) });
  }

  private join(at: number): void {
    const leaf = this.leaves[at] as Leaf<V>;
    const next = this.leaves[at + 1];
    if (next !== undefined && leaf.keys.length + next.keys.length < FULL / 2) {
      leaf.keys.push(...next.keys);
      leaf.values.push(...next.values);
      this.leaves.splice(at + 1, 1);
    } else if (leaf.keys.length === 0 && this.leaves.length > 1) this.leaves.splice(at, 1);
  }
}

/** The first position whose key is not below `key`. */
function lowerBound(keys: string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
