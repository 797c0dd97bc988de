import type { Analyzer } from '../analysis/token.js';
import { encodeLength } from './norms.js';
import { NumberList } from './number-list.js';
import { TermDictionary } from './term-dictionary.js';

/** Where a term occurs: document, count, that many positions, next document, and so on, in one list. */
export interface Posting {
  docFreq: number;
  readonly entries: number[];
}

/** Positions of a second value begin this far after the first, so that no phrase spans both. */
const VALUE_GAP = 100;

/** The inverted index of one text field. */
export class TextIndex {
  readonly postings = new Map<string, Posting>();
  /** Encoded length by document, -1 where the document has no such field. */
  readonly lengths = new NumberList((length) => new Int16Array(length), -1);
  /** Documents with at least one token. */
  docCount = 0;
  /** Tokens of all documents. */
  totalTokens = 0;
  private sorted: TermDictionary | undefined;

  add(doc: number, values: readonly string[], analyzer: Analyzer): void {
    const places = new Map<string, number[]>();
    let base = 0;
    let count = 0;
    for (const value of values) {
      let last = -1;
      for (const token of analyzer.tokens(value)) {
        const list = places.get(token.term);
        if (list) list.push(base + token.position);
        else places.set(token.term, [base + token.position]);
        last = token.position;
        count++;
      }
      base += last + 1 + VALUE_GAP;
    }
    this.lengths.set(doc, encodeLength(count));
    if (count > 0) this.docCount++;
    this.totalTokens += count;
    for (const [term, positions] of places) this.append(term, doc, positions);
  }

  /** Terms in order; made again only after a new term came. */
  get dictionary(): TermDictionary {
    this.sorted ??= new TermDictionary(this.postings.keys());
    return this.sorted;
  }

  /** The same index without the documents that have no new number. */
  renumbered(newNumber: Int32Array): TextIndex {
    const next = new TextIndex();
    for (let doc = 0; doc < newNumber.length; doc++) {
      const length = this.lengths.get(doc);
      const number = newNumber[doc] ?? -1;
      if (number < 0 || length < 0) continue;
      next.lengths.set(number, length);
      if (length > 0) next.docCount++;
    }
    for (const [term, { entries }] of this.postings)
      for (let at = 0; at < entries.length; ) {
        const count = entries[at + 1] ?? 0;
        const number = newNumber[entries[at] ?? 0] ?? -1;
        if (number >= 0) next.append(term, number, entries.slice(at + 2, at + 2 + count));
        if (number >= 0) next.totalTokens += count;
        at += 2 + count;
      }
    return next;
  }

  private append(term: string, doc: number, positions: readonly number[]): void {
    let posting = this.postings.get(term);
    if (!posting) {
      posting = { docFreq: 0, entries: [] };
      this.postings.set(term, posting);
      this.sorted = undefined;
    }
    posting.docFreq++;
    posting.entries.push(doc, positions.length, ...positions);
  }
}
