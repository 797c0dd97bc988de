import { Draft } from '../bson/draft.js';
import { encodeDoc } from '../bson/encode.js';
import { ID } from '../bson/names.js';
import type { Catalog } from './catalog.js';
import type { Collection } from './collection.js';
import { writeSnapshot } from './compaction.js';
import { describeIndex, type IndexSpec } from './index-spec.js';
import { Journal } from './journal.js';
import { logPath } from './log-files.js';
import { Entry } from './log-format.js';
import { recover } from './recovery.js';
import type { StoredDoc } from './stored-doc.js';

/** A log is written anew when it holds twice what is alive, but not for less than this. */
const COMPACT_AT_BYTES = 64 * 1024 * 1024;

interface StoreOptions {
  dir: string;
  /** Called when the disk refuses a write; must not return. */
  onFailure: (error: Error) => never;
  /** Told what an operator should know: a cut record, a compaction that failed. */
  warn: (message: string) => void;
}

/** The data: every change goes to memory and to the log. Nothing may be acknowledged before `flush`. */
export class Store {
  readonly catalog: Catalog;
  private readonly options: StoreOptions;
  private readonly journal: Journal;
  private generation: number;
  private liveBytes = 0;
  private compacting: Promise<void> | undefined;

  /** Reads the data folder; throws an error that says what to do if it is damaged. */
  constructor(options: StoreOptions) {
    this.options = options;
    const { catalog, generation, logBytes, totalBytes, cutBytes } = recover(options.dir);
    this.catalog = catalog;
    this.generation = generation;
    this.journal = new Journal(logPath(options.dir, generation), logBytes, options.onFailure);
    for (const { docs } of catalog.byName.values())
      for (const { bytes } of docs) this.liveBytes += bytes.length;
    if (cutBytes > 0) options.warn(`cut off an unfinished last record of ${cutBytes} bytes`);
    if (totalBytes > 1.25 * this.liveBytes + 64 * 1024) this.compact();
  }

  collection(ns: string): Collection | undefined {
    return this.catalog.byName.get(ns);
  }

  /** The collection of that name, made if it is not there. */
  ensure(ns: string): Collection {
    const known = this.catalog.byName.get(ns);
    if (known !== undefined) return known;
    const made = this.catalog.create(ns);
    this.journal.append(Entry.create, made.id, encodeDoc({ ns }));
    return made;
  }

  insert(collection: Collection, bytes: Buffer): StoredDoc {
    const doc = collection.insert(bytes);
    this.journal.append(Entry.put, collection.id, bytes);
    this.liveBytes += bytes.length;
    return doc;
  }

  replace(collection: Collection, doc: StoredDoc, bytes: Buffer): void {
    const grown = bytes.length - doc.bytes.length;
    collection.replace(doc, bytes);
    this.journal.append(Entry.put, collection.id, bytes);
    this.liveBytes += grown;
  }

  remove(collection: Collection, doc: StoredDoc): void {
    collection.remove(doc);
    this.journal.append(Entry.remove, collection.id, onlyId(doc.bytes));
    this.liveBytes -= doc.bytes.length;
  }

  drop(collection: Collection): void {
    this.catalog.drop(collection);
    this.journal.append(Entry.drop, collection.id, EMPTY);
    for (const { bytes } of collection.docs) this.liveBytes -= bytes.length;
  }

  rename(collection: Collection, ns: string): void {
    for (const { bytes } of this.collection(ns)?.docs ?? []) this.liveBytes -= bytes.length;
    this.catalog.rename(collection, ns);
    this.journal.append(Entry.rename, collection.id, encodeDoc({ ns }));
  }

  addIndex(collection: Collection, spec: IndexSpec): void {
    collection.addIndex(spec);
    this.journal.append(Entry.addIndex, collection.id, encodeDoc(describeIndex(spec)));
  }

  dropIndex(collection: Collection, name: string): void {
    collection.dropIndex(name);
    this.journal.append(Entry.dropIndex, collection.id, encodeDoc({ name }));
  }

  /** Hands all changes so far to the operating system, or with `disk` to the disk. */
  flush(disk = false): void {
    if (disk) this.journal.flushToDisk();
    else this.journal.flush();
    if (this.journal.size > Math.max(COMPACT_AT_BYTES, 2 * this.liveBytes)) this.compact();
  }

  async close(): Promise<void> {
    await this.compacting;
    this.journal.close();
  }

  private compact(): void {
    if (this.compacting !== undefined) return;
    const { dir, warn } = this.options;
    this.generation++;
    this.journal.moveTo(logPath(dir, this.generation));
    this.compacting = writeSnapshot(dir, this.generation, this.catalog)
      .catch((error: unknown) => warn(`compacting the log failed, it goes on growing: ${String(error)}`))
      .finally(() => {
        this.compacting = undefined;
      });
  }
}

const EMPTY = encodeDoc({});

/** A document of nothing but the `_id` of another one. */
function onlyId(bytes: Buffer): Buffer {
  const all = new Draft(bytes);
  const only = new Draft(undefined);
  only.append(ID, all.at(all.find(ID)));
  return only.toBytes();
}
