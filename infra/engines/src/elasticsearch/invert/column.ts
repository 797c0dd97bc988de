import { NumberList } from './number-list.js';

/** Numbers of one field by document: for ranges, sorting and counting. Values of a document are in ascending order. */
export class Column {
  private readonly single = new NumberList((length) => new Float64Array(length), Number.NaN);
  private readonly several = new Map<number, readonly number[]>();
  /** Documents that have a value. */
  docCount = 0;

  add(doc: number, values: readonly number[]): void {
    const ordered = [...values].sort((left, right) => left - right);
    const [first] = ordered;
    if (first === undefined) return;
    this.single.set(doc, first);
    if (ordered.length > 1) this.several.set(doc, ordered);
    this.docCount++;
  }

  has(doc: number): boolean {
    return !Number.isNaN(this.single.get(doc));
  }

  values(doc: number): readonly number[] {
    const first = this.single.get(doc);
    if (Number.isNaN(first)) return [];
    return this.several.get(doc) ?? [first];
  }

  /** The least value; NaN if there is none. */
  least(doc: number): number {
    return this.single.get(doc);
  }

  /** The greatest value; NaN if there is none. */
  greatest(doc: number): number {
    return this.several.get(doc)?.at(-1) ?? this.single.get(doc);
  }

  /** Whether a value lies in the closed interval. */
  hasBetween(doc: number, low: number, high: number): boolean {
    const first = this.single.get(doc);
    if (first >= low && first <= high) return true;
    return this.several.get(doc)?.some((value) => value >= low && value <= high) ?? false;
  }

  renumbered(newNumber: Int32Array, change = (value: number) => value): Column {
    const next = new Column();
    for (let doc = 0; doc < newNumber.length; doc++) {
      const number = newNumber[doc] ?? -1;
      if (number >= 0 && this.has(doc)) next.add(number, this.values(doc).map(change));
    }
    return next;
  }
}
