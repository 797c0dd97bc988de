import { showDoc } from '../bson/show.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { KeyWriter } from '../order/key-writer.js';
import { SortedMap } from '../order/sorted-map.js';
import { compileFilter } from '../query/matcher.js';
import { pathOf } from '../query/paths.js';
import { type Matcher, RawSource } from '../query/source.js';
import { type IndexField, indexValues } from './index-keys.js';
import type { IndexSpec } from './index-spec.js';
import { writeRawField } from './raw-key.js';
import type { StoredDoc } from './stored-doc.js';

const writer = new KeyWriter();

/** One index of a collection: the documents in the order of some of their fields. */
export class Index {
  readonly spec: IndexSpec;
  readonly fields: readonly IndexField[];
  readonly entries = new SortedMap<StoredDoc>();
  /** Which fields had an array in any document so far; such an index may show a document several times. */
  readonly multikey: boolean[];
  private readonly covers: Matcher | undefined;
  private readonly plain: boolean;
  /** For a sparse index: whether a document has any of its fields. */
  private readonly hasAny: Matcher;

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.fields = Object.entries(spec.key).map(([path, order]) => ({
      path: pathOf(path),
      descending: order < 0,
    }));
    this.multikey = this.fields.map(() => false);
    this.covers = spec.partial === undefined ? undefined : compileFilter(spec.partial);
    this.plain =
      this.covers === undefined && !spec.sparse && this.fields.every(({ path }) => path.names.length === 1);
    this.hasAny = compileFilter({ $or: this.fields.map(({ path }) => ({ [path.text]: { $exists: true } })) });
  }

  /**
   * The keys under which a document stands in this index. A unique index holds bare keys, any other one keys with
   * the document's sequence behind them.
   */
  keysOf(bytes: Buffer, sequence: number): string[] {
    if (this.plain) {
      const key = this.plainKey(bytes, sequence);
      if (key !== undefined) return [key];
    }
    if (this.covers !== undefined && !this.covers(new RawSource(bytes))) return [];
    if (this.spec.sparse && !this.hasAny(new RawSource(bytes))) return [];
    const { tuples, multikey } = indexValues(bytes, this.fields);
    multikey.forEach((is, i) => {
      if (is) this.multikey[i] = true;
    });
    const keys = tuples.map((tuple) => this.keyOf(tuple, sequence));
    return keys.length < 2 ? keys : [...new Set(keys)];
  }

  /** Refuses keys that another document has in this unique index. */
  checkUnique(
    keys: readonly string[],
    own: StoredDoc | undefined,
    place: { ns: string; bytes: Buffer },
  ): void {
    for (const key of keys) {
      const holder = this.entries.get(key);
      if (holder !== undefined && holder !== own) throw this.duplicate(key, place);
    }
  }

  private plainKey(bytes: Buffer, sequence: number): string | undefined {
    writer.start();
    for (const { path, descending } of this.fields) {
      const at = writer.position;
      if (!writeRawField(writer, bytes, path.first)) return undefined;
      if (descending) writer.invert(at);
    }
    if (!this.spec.unique) writer.sequence(sequence);
    return writer.finish();
  }

  private keyOf(tuple: Value[], sequence: number): string {
    writer.start();
    tuple.forEach((value, i) => {
      const at = writer.position;
      writer.value(value);
      if (this.fields[i]?.descending) writer.invert(at);
    });
    if (!this.spec.unique) writer.sequence(sequence);
    return writer.finish();
  }

  private duplicate(key: string, { ns, bytes }: { ns: string; bytes: Buffer }): CommandError {
    const { tuples } = indexValues(bytes, this.fields);
    const tuple = tuples.find((values) => this.keyOf(values, 0) === key) ?? [];
    const keyValue: Doc = Object.fromEntries(this.fields.map(({ path }, i) => [path.text, tuple[i] ?? null]));
    return new CommandError(
      11000,
      `E11000 duplicate key error collection: ${ns} index: ${this.spec.name} dup key: ${showDoc(keyValue)}`,
      { keyPattern: this.spec.key, keyValue },
    );
  }
}
