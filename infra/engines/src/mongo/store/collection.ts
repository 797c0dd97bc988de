import { fieldOf } from '../bson/find-field.js';
import { ID } from '../bson/names.js';
import type { Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { KeyWriter } from '../order/key-writer.js';
import { Index } from './index.js';
import { ID_INDEX, type IndexSpec } from './index-spec.js';
import { writeRawField } from './raw-key.js';
import type { StoredDoc } from './stored-doc.js';

const writer = new KeyWriter();

/** The keys of one index that a change takes away and adds. */
interface Shift {
  index: Index;
  removed: readonly string[];
  added: readonly string[];
}

/** Documents with their indexes, in memory. A change either happens in all indexes or, refused, in none. */
export class Collection {
  /** Its number in the log; it stays the same when the collection is renamed. */
  readonly id: number;
  /** `database.collection`. */
  ns: string;
  readonly docs = new Set<StoredDoc>();
  readonly idIndex = new Index(ID_INDEX);
  readonly indexes: Index[] = [this.idIndex];
  private lastSequence = 0;

  constructor(id: number, ns: string) {
    this.id = id;
    this.ns = ns;
  }

  get database(): string {
    return this.ns.slice(0, this.ns.indexOf('.'));
  }

  get name(): string {
    return this.ns.slice(this.ns.indexOf('.') + 1);
  }

  /** The document with this `_id`. */
  byId(id: Value): StoredDoc | undefined {
    writer.start().value(id);
    return this.idIndex.entries.get(writer.finish());
  }

  /** The document with the `_id` that the given document has. */
  byIdOf(bytes: Buffer): StoredDoc | undefined {
    if (!writeRawField(writer.start(), bytes, ID)) {
      const [key = ''] = this.idIndex.keysOf(bytes, 0);
      return this.idIndex.entries.get(key);
    }
    return this.idIndex.entries.get(writer.finish());
  }

  /** Adds a document. Throws DuplicateKey, having changed nothing. */
  insert(bytes: Buffer): StoredDoc {
    const doc: StoredDoc = { bytes, sequence: this.lastSequence + 1 };
    const shifts = this.indexes.map((index) => ({
      index,
      removed: [],
      added: index.keysOf(bytes, doc.sequence),
    }));
    this.shift(doc, shifts, bytes);
    this.lastSequence = doc.sequence;
    this.docs.add(doc);
    return doc;
  }

  /** Puts other bytes, with the same `_id`, in a document's place. Throws DuplicateKey, having changed nothing. */
  replace(doc: StoredDoc, bytes: Buffer): void {
    const shifts: Shift[] = [];
    for (const index of this.indexes) {
      if (index === this.idIndex || !touches(index, doc.bytes, bytes)) continue;
      const removed = index.keysOf(doc.bytes, doc.sequence);
      shifts.push({ index, removed, added: index.keysOf(bytes, doc.sequence) });
    }
    this.shift(doc, shifts, bytes);
    doc.bytes = bytes;
  }

  remove(doc: StoredDoc): void {
    for (const index of this.indexes) {
      for (const key of index.keysOf(doc.bytes, doc.sequence)) index.entries.delete(key);
    }
    this.docs.delete(doc);
  }

  /** Builds an index over what is there. Throws DuplicateKey, without the index, if a unique one cannot hold. */
  addIndex(spec: IndexSpec): void {
    const index = new Index(spec);
    for (const doc of this.docs) {
      const keys = index.keysOf(doc.bytes, doc.sequence);
      if (spec.unique) index.checkUnique(keys, doc, { ns: this.ns, bytes: doc.bytes });
      for (const key of keys) index.entries.set(key, doc);
    }
    this.indexes.push(index);
  }

  dropIndex(name: string): void {
    const at = this.indexes.findIndex((index) => index.spec.name === name);
    if (at < 0) throw new CommandError(27, `index not found with name [${name}]`);
    if (at === 0) throw new CommandError(72, 'cannot drop _id index');
    this.indexes.splice(at, 1);
  }

  private shift(doc: StoredDoc, shifts: readonly Shift[], bytes: Buffer): void {
    for (const { index, added } of shifts) {
      if (index.spec.unique) index.checkUnique(added, doc, { ns: this.ns, bytes });
    }
    for (const { index, removed, added } of shifts) {
      for (const key of removed) if (!added.includes(key)) index.entries.delete(key);
      for (const key of added) index.entries.set(key, doc);
    }
  }
}

/** Whether a change can concern an index: whether any of the fields it begins at has other bytes. */
function touches(index: Index, before: Buffer, after: Buffer): boolean {
  if (index.spec.partial !== undefined) return true;
  return index.fields.some(({ path }) => {
    const old = fieldOf(before, 0, path.first);
    const now = fieldOf(after, 0, path.first);
    if (old === undefined || now === undefined) return old !== now;
    return old.type !== now.type || before.compare(after, now.start, now.end, old.start, old.end) !== 0;
  });
}
