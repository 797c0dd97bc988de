import type { CompletionEntry } from '../mapping/completion-entry.js';
import type { Field } from '../mapping/field.js';
import type { FieldValue } from '../mapping/field-values.js';
import { Column } from './column.js';
import { CompletionIndex } from './completion-index.js';
import { KeywordIndex } from './keyword-index.js';
import { NumberList } from './number-list.js';
import { TextIndex } from './text-index.js';

/** How many sets of documents are remembered at most. */
const REMEMBERED = 200;

/**
 * Documents by number, with the indexes of their fields. The documents of an index are one space, the nested objects
 * of a path another. A number is given once; what is deleted keeps its number until the space is renumbered.
 */
export class DocSpace {
  readonly texts = new Map<string, TextIndex>();
  readonly keywords = new Map<string, KeywordIndex>();
  readonly columns = new Map<string, Column>();
  readonly completions = new Map<string, CompletionIndex>();
  private readonly dead = new NumberList((length) => new Uint8Array(length), 0);
  private living: Int32Array | undefined;
  private readonly remembered = new Map<string, Int32Array>();
  size = 0;
  liveCount = 0;

  /** Takes in a document and answers its number. */
  add(values: ReadonlyMap<string, readonly FieldValue[]>, fields: ReadonlyMap<string, Field>): number {
    const doc = this.size++;
    for (const [name, fieldValues] of values) {
      const field = fields.get(name);
      if (field) this.addField(doc, field, fieldValues);
    }
    this.liveCount++;
    this.changed();
    return doc;
  }

  delete(doc: number): void {
    this.dead.set(doc, 1);
    this.liveCount--;
    this.changed();
  }

  isLive(doc: number): boolean {
    return this.dead.get(doc) === 0;
  }

  /** All live documents, ascending. */
  get live(): Int32Array {
    if (!this.living) {
      this.living = new Int32Array(this.liveCount);
      let length = 0;
      for (let doc = 0; doc < this.size; doc++) if (this.isLive(doc)) this.living[length++] = doc;
    }
    return this.living;
  }

  /** Documents that were reckoned before under the same name, or are now; forgotten when a document comes or goes. */
  remember(name: string, reckon: () => Int32Array): Int32Array {
    let docs = this.remembered.get(name);
    if (!docs) {
      docs = reckon();
      if (this.remembered.size >= REMEMBERED) this.remembered.clear();
      this.remembered.set(name, docs);
    }
    return docs;
  }

  /** The new number of each document, -1 for the deleted, in the old order. */
  newNumbers(): Int32Array {
    const numbers = new Int32Array(this.size).fill(-1);
    this.live.forEach((doc, number) => {
      numbers[doc] = number;
    });
    return numbers;
  }

  /** The same documents under new numbers, without a trace of the deleted. */
  renumbered(numbers: Int32Array): DocSpace {
    const next = new DocSpace();
    for (const [name, index] of this.texts) next.texts.set(name, index.renumbered(numbers));
    for (const [name, index] of this.keywords) next.keywords.set(name, index.renumbered(numbers));
    for (const [name, column] of this.columns) next.columns.set(name, column.renumbered(numbers));
    for (const [name, index] of this.completions) next.completions.set(name, index.renumbered(numbers));
    next.size = this.liveCount;
    next.liveCount = this.liveCount;
    return next;
  }

  private changed(): void {
    this.living = undefined;
    this.remembered.clear();
  }

  private addField(doc: number, field: Field, values: readonly FieldValue[]): void {
    switch (field.kind) {
      case 'text':
        entry(this.texts, field.name, () => new TextIndex()).add(doc, values as string[], field.analyzer);
        break;
      case 'keyword':
        entry(this.keywords, field.name, () => new KeywordIndex()).add(doc, values as string[]);
        break;
      case 'number':
      case 'boolean':
      case 'date':
        entry(this.columns, field.name, () => new Column()).add(doc, values as number[]);
        break;
      case 'completion':
        entry(this.completions, field.name, () => new CompletionIndex()).add(
          doc,
          values as CompletionEntry[],
          field.analyzer,
        );
        break;
    }
  }
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key);
  if (found) return found;
  const made = make();
  map.set(key, made);
  return made;
}
