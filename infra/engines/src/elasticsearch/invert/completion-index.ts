import type { Analyzer } from '../analysis/token.js';
import type { CompletionEntry } from '../mapping/completion-entry.js';
import { TermDictionary } from './term-dictionary.js';

/** A text that completes what was typed, and the document it came from. */
export interface Completion extends CompletionEntry {
  readonly doc: number;
}

const SEPARATOR = '\u001f';

/** What a text is found by: its tokens, one separator for each step of position. */
export function completionKey(text: string, analyzer: Analyzer): string {
  let key = '';
  let last = 0;
  for (const token of analyzer.tokens(text)) {
    key += SEPARATOR.repeat(token.position - last) + token.term;
    last = token.position;
  }
  return key;
}

/** The completions of one field, by key. */
export class CompletionIndex {
  readonly entries = new Map<string, Completion[]>();
  private sorted: TermDictionary | undefined;

  add(doc: number, values: readonly CompletionEntry[], analyzer: Analyzer): void {
    for (const { input, weight } of values)
      this.append(completionKey(input, analyzer), { doc, input, weight });
  }

  /** Keys in order; made again only after a new key came. */
  get dictionary(): TermDictionary {
    this.sorted ??= new TermDictionary(this.entries.keys());
    return this.sorted;
  }

  renumbered(newNumber: Int32Array): CompletionIndex {
    const next = new CompletionIndex();
    for (const [key, entries] of this.entries)
      for (const entry of entries) {
        const doc = newNumber[entry.doc] ?? -1;
        if (doc >= 0) next.append(key, { ...entry, doc });
      }
    return next;
  }

  private append(key: string, entry: Completion): void {
    if (key === '') return;
    const before = this.entries.get(key);
    if (before) before.push(entry);
    else {
      this.entries.set(key, [entry]);
      this.sorted = undefined;
    }
  }
}
