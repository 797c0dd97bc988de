import { filtered, type Matches, none } from '../invert/doc-set.js';
import type { DocSpace } from '../invert/doc-space.js';
import type { KeywordIndex } from '../invert/keyword-index.js';
import { decodedLengths } from '../invert/norms.js';
import type { TermDictionary } from '../invert/term-dictionary.js';
import type { TextIndex } from '../invert/text-index.js';

/** Terms of a text or keyword field, with what scoring needs to know. */
export interface TermSource {
  readonly docCount: number;
  readonly totalTokens: number;
  readonly dictionary: TermDictionary;
  docFreq(term: string): number;
  /** Documents with the term, scored by BM25 as if `docFreq` documents had it. */
  scored(term: string, docFreq: number): Matches;
}

const K1 = 1.2;
const B = 0.75;

/** How telling a term is that so many of so many documents have. */
export const inverseFrequency = (docFreq: number, docCount: number): number =>
  Math.log(1 + (docCount - docFreq + 0.5) / (docFreq + 0.5));

/** How much the length of a document takes from each occurrence. */
const stretch = (length: number, meanLength: number): number => K1 * (1 - B + (B * length) / meanLength);

/** The part of BM25 that depends on one document; the first factor is kept as in the original. */
export const saturation = (freq: number, length: number, meanLength: number): number =>
  ((K1 + 1) * freq) / (freq + stretch(length, meanLength));

export function termSource(space: DocSpace, field: string): TermSource | undefined {
  const text = space.texts.get(field);
  if (text) return textTerms(space, text);
  const keyword = space.keywords.get(field);
  return keyword && keywordTerms(space, keyword);
}

const live = (space: DocSpace, matches: Matches): Matches =>
  space.size === space.liveCount ? matches : filtered(matches, (doc) => space.isLive(doc));

function textTerms(space: DocSpace, index: TextIndex): TermSource {
  const meanLength = index.totalTokens / Math.max(1, index.docCount);
  const stretches = Float64Array.from(decodedLengths, (length) => stretch(length, meanLength));
  return {
    docCount: index.docCount,
    totalTokens: index.totalTokens,
    get dictionary() {
      return index.dictionary;
    },
    docFreq: (term) => index.postings.get(term)?.docFreq ?? 0,
    scored(term, docFreq) {
      const posting = index.postings.get(term);
      if (!posting) return none;
      const { entries } = posting;
      const docs = new Int32Array(posting.docFreq);
      const scores = new Float64Array(posting.docFreq);
      const weight = inverseFrequency(docFreq, index.docCount) * (K1 + 1);
      for (let at = 0, found = 0; at < entries.length; found++) {
        const doc = entries[at] ?? 0;
        const freq = entries[at + 1] ?? 0;
        docs[found] = doc;
        scores[found] = (weight * freq) / (freq + (stretches[index.lengths.get(doc)] as number));
        at += 2 + freq;
      }
      return live(space, { docs, scores });
    },
  };
}

/** A keyword keeps no lengths: every value counts as one token. */
function keywordTerms(space: DocSpace, index: KeywordIndex): TermSource {
  const meanLength = index.totalValues / Math.max(1, index.docCount);
  return {
    docCount: index.docCount,
    totalTokens: index.totalValues,
    get dictionary() {
      return index.dictionary;
    },
    docFreq: (term) => index.docs(term).length,
    scored(term, docFreq) {
      const score = inverseFrequency(docFreq, index.docCount) * saturation(1, 1, meanLength);
      return live(space, { docs: Int32Array.from(index.docs(term)), scores: score });
    },
  };
}
