import { compareText } from '../sorted-text.js';
import { editDistance } from './edit-distance.js';

/** A term near to another. */
export interface NearTerm {
  readonly term: string;
  readonly edits: number;
}

/** How near is near. */
export interface Nearness {
  readonly edits: number;
  /** This many characters at the start must be the same. */
  readonly prefixLength: number;
  readonly transpositions: boolean;
}

/** The terms of a field in order, with a signature each that rules out most of them as typing errors of another. */
export class TermDictionary {
  readonly terms: readonly string[];
  private readonly signatures: Int32Array;

  constructor(terms: Iterable<string>) {
    this.terms = inOrder([...terms]);
    this.signatures = Int32Array.from(this.terms, signature);
  }

  /** Terms that begin with a text, in order. */
  startingWith(prefix: string): string[] {
    const found: string[] = [];
    for (let at = this.firstNotBelow(prefix); at < this.terms.length; at++) {
      const term = this.terms[at] ?? '';
      if (!term.startsWith(prefix)) break;
      found.push(term);
    }
    return found;
  }

  /** Terms within some edits of a text, the text itself included if it is a term. */
  near(text: string, { edits, prefixLength, transpositions }: Nearness): NearTerm[] {
    const wanted = [...text];
    const prefix = wanted.slice(0, prefixLength).join('');
    const sign = signature(text);
    const found: NearTerm[] = [];
    for (let at = 0; at < this.terms.length; at++) {
      // An edit takes at most one letter away and brings at most one.
      if (bitCount(sign ^ (this.signatures[at] ?? 0)) > 2 * edits) continue;
      const term = this.terms[at] ?? '';
      if (!term.startsWith(prefix)) continue;
      const distance = editDistance(wanted, [...term], { limit: edits, transpositions });
      if (distance <= edits) found.push({ term, edits: distance });
    }
    return found;
  }

  private firstNotBelow(text: string): number {
    let low = 0;
    let high = this.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareText(this.terms[middle] ?? '', text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Below the surrogates, the order of code points is that of JavaScript, which is much the faster. */
const inOrder = (terms: string[]): string[] =>
  terms.some((term) => /[\ud800-\uffff]/.test(term)) ? terms.sort(compareText) : terms.sort();

/** One bit for each letter that occurs, letters sharing bits. */
function signature(term: string): number {
  let bits = 0;
  for (const character of term) bits |= 1 << ((character.codePointAt(0) ?? 0) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
