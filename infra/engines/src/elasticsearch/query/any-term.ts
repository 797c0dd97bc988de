import { filtered, none } from '../invert/doc-set.js';
import type { TermDictionary } from '../invert/term-dictionary.js';
import { union } from '../invert/union.js';
import type { Query } from './query.js';
import type { Scope } from './scope.js';
import { termSource } from './term-source.js';

/** Which terms of a field are meant: those found in its dictionary, and the same question asked of a single token. */
export interface TermChoice {
  terms(dictionary: TermDictionary): readonly string[];
  accepts(term: string): boolean;
}

/** Documents that have any of the chosen terms in a text or keyword field; every score is `score`. */
export function anyTerm(field: string, choice: TermChoice, score = 1): Query {
  return {
    matches: (scope) => {
      const docs = run(scope, field, choice);
      return { docs, scores: score };
    },
    marks: ({ field: shown, tokens }) =>
      shown === field ? tokens.filter(({ term }) => choice.accepts(term)) : [],
  };
}

function run(scope: Scope, field: string, choice: TermChoice): Int32Array {
  const { space } = scope;
  const keyword = space.keywords.get(field);
  const source = termSource(space, field);
  if (!source) return none.docs;
  const clauses = choice.terms(source.dictionary).map((term) => ({
    docs: keyword ? Int32Array.from(keyword.docs(term)) : source.scored(term, 1).docs,
    scores: 0,
  }));
  const { docs } = union(clauses, { tieBreaker: 'sum', atLeast: 1 }, space.size);
  return filtered({ docs, scores: 0 }, (doc) => space.isLive(doc)).docs;
}

/** Terms that pass a test. */
export const termsThat = (accepts: (term: string) => boolean): TermChoice => ({
  terms: (dictionary) => dictionary.terms.filter(accepts),
  accepts,
});

export const termsStartingWith = (prefix: string): TermChoice => ({
  terms: (dictionary) => dictionary.startingWith(prefix),
  accepts: (term) => term.startsWith(prefix),
});

export function termsAmong(wanted: readonly string[]): TermChoice {
  const set = new Set(wanted);
  return { terms: () => [...set], accepts: (term) => set.has(term) };
}
