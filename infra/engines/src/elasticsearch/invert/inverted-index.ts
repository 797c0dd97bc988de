import type { Mapping } from '../mapping/field.js';
import type { ReadDocument } from '../mapping/read-document.js';
import { DocSpace } from './doc-space.js';

/** What a search finds of a document: what it was at the last refresh. */
export interface StoredDocument {
  readonly id: string;
  /** The source as it was sent. */
  readonly source: string;
  readonly version: number;
  readonly seqNo: number;
}

/** The nested objects of one path, each with the document it belongs to. */
export interface NestedSpace {
  readonly space: DocSpace;
  /** Number of the parent by number of the nested object, ascending. */
  readonly parents: number[];
}

/** Deleted documents are cleared away when they are more than this and more than half as many as the live ones. */
const TOLERATED_DEAD = 32;

/** What a search sees of an index. It changes only between searches. */
export class InvertedIndex {
  root = new DocSpace();
  stored: StoredDocument[] = [];
  readonly nested = new Map<string, NestedSpace>();
  readonly numbers = new Map<string, number>();

  put(document: StoredDocument, read: ReadDocument, mapping: Mapping): void {
    this.delete(document.id);
    const doc = this.root.add(read.values, mapping.fields);
    this.stored[doc] = document;
    this.numbers.set(document.id, doc);
    for (const [path, objects] of read.nested) {
      const { space, parents } = this.nestedSpace(path);
      for (const object of objects) parents[space.add(object.values, mapping.fields)] = doc;
    }
  }

  delete(id: string): void {
    const doc = this.numbers.get(id);
    if (doc === undefined) return;
    this.numbers.delete(id);
    this.root.delete(doc);
    for (const { space, parents } of this.nested.values())
      for (let at = firstOf(parents, doc); parents[at] === doc; at++) space.delete(at);
  }

  nestedSpace(path: string): NestedSpace {
    const found = this.nested.get(path);
    if (found) return found;
    const made = { space: new DocSpace(), parents: [] };
    this.nested.set(path, made);
    return made;
  }

  /** Clears the deleted away if there are many; the order of the others stays. */
  tidy(): void {
    const dead = this.root.size - this.root.liveCount;
    if (dead <= TOLERATED_DEAD || dead <= this.root.liveCount / 2) return;
    const numbers = this.root.newNumbers();
    const stored: StoredDocument[] = [];
    for (const doc of this.root.live) {
      const document = this.stored[doc];
      if (document) this.numbers.set(document.id, stored.push(document) - 1);
    }
    this.root = this.root.renumbered(numbers);
    this.stored = stored;
    for (const [path, { space, parents }] of this.nested) {
      const kept = Array.from(space.live, (object) => numbers[parents[object] ?? 0] ?? -1);
      this.nested.set(path, { space: space.renumbered(space.newNumbers()), parents: kept });
    }
  }
}

/** Where the nested objects of a document begin; `parents` is ascending. */
export function firstOf(parents: readonly number[], doc: number): number {
  let low = 0;
  let high = parents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parents[middle] ?? 0) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}
