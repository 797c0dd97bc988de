import { Column } from './column.js';
import { TermDictionary } from './term-dictionary.js';

/** The index of one keyword field: each distinct value has an ordinal, a list of documents and a place in a column. */
export class KeywordIndex {
  readonly ordinals = new Map<string, number>();
  readonly values: string[] = [];
  /** Documents by ordinal, ascending. */
  readonly postings: number[][] = [];
  /** Ordinals by document, each once. */
  readonly column = new Column();
  /** Values of all documents, for the mean length that scores need. */
  totalValues = 0;
  private sorted: TermDictionary | undefined;

  get docCount(): number {
    return this.column.docCount;
  }

  add(doc: number, values: readonly string[]): void {
    const ordinals = [...new Set(values)].map((value) => this.ordinal(value));
    for (const ordinal of ordinals) this.postings[ordinal]?.push(doc);
    this.column.add(doc, ordinals);
    this.totalValues += ordinals.length;
  }

  docs(value: string): readonly number[] {
    return this.postings[this.ordinals.get(value) ?? -1] ?? [];
  }

  texts(doc: number): string[] {
    return this.column.values(doc).map((ordinal) => this.values[ordinal] ?? '');
  }

  /** Values in order; made again only after a new value came. */
  get dictionary(): TermDictionary {
    this.sorted ??= new TermDictionary(this.values);
    return this.sorted;
  }

  renumbered(newNumber: Int32Array): KeywordIndex {
    const next = new KeywordIndex();
    for (let doc = 0; doc < newNumber.length; doc++) {
      const number = newNumber[doc] ?? -1;
      if (number >= 0 && this.column.has(doc)) next.add(number, this.texts(doc));
    }
    return next;
  }

  private ordinal(value: string): number {
    const known = this.ordinals.get(value);
    if (known !== undefined) return known;
    const ordinal = this.values.length;
    this.ordinals.set(value, ordinal);
    this.values.push(value);
    this.postings.push([]);
    this.sorted = undefined;
    return ordinal;
  }
}
