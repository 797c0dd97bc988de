import { none, rescored } from '../invert/doc-set.js';
import { allowedEdits } from '../invert/edit-distance.js';
import type { NearTerm } from '../invert/term-dictionary.js';
import { union } from '../invert/union.js';
import type { Query } from './query.js';
import type { Scope } from './scope.js';
import { termSource } from './term-source.js';

/** Documents that have a term in a text or keyword field, by BM25. */
export const textTerm = (field: string, term: string): Query => ({
  matches: (scope) => {
    const source = termSource(scope.space, field);
    return source ? source.scored(term, source.docFreq(term)) : none;
  },
  marks: (view) => (view.field === field ? view.tokens.filter((token) => token.term === term) : []),
});

/** How forgiving a `match` is about typing errors. */
export interface Fuzzy {
  readonly fuzziness: string | number;
  readonly prefixLength: number;
  readonly maxExpansions: number;
  readonly transpositions: boolean;
}

/** A term or one that looks like it; what is further off scores less. */
export function fuzzyTerm(field: string, term: string, fuzzy: Fuzzy): Query {
  const edits = allowedEdits(fuzzy.fuzziness, term) ?? 0;
  if (edits === 0) return textTerm(field, term);
  return {
    matches: (scope) => {
      const source = termSource(scope.space, field);
      const near = expansions(scope, field, term, fuzzy);
      if (!source || near.length === 0) return none;
      // All count as being as common as the commonest of them, or a rare typing error would outdo the word itself.
      const docFreq = Math.max(...near.map((each) => source.docFreq(each.term)));
      const clauses = near.map((each) =>
        rescored(source.scored(each.term, docFreq), (score) => score * each.likeness),
      );
      return union(clauses, { tieBreaker: 'sum', atLeast: 1 }, scope.space.size);
    },
    marks: (view) => {
      if (view.field !== field) return [];
      const terms = new Set(expansions(view.scope, field, term, fuzzy).map((each) => each.term));
      return view.tokens.filter((token) => terms.has(token.term));
    },
  };
}

interface Expansion extends NearTerm {
  readonly likeness: number;
}

function likeness(term: string, near: NearTerm): number {
  return near.edits === 0 ? 1 : 1 - near.edits / Math.min([...term].length, [...near.term].length);
}

function expansions(scope: Scope, field: string, term: string, fuzzy: Fuzzy): Expansion[] {
  const source = termSource(scope.space, field);
  if (!source) return [];
  const nearness = { ...fuzzy, edits: allowedEdits(fuzzy.fuzziness, term) ?? 0 };
  return source.dictionary
    .near(term, nearness)
    .filter((each) => source.docFreq(each.term) > 0)
    .map((each) => ({ ...each, likeness: likeness(term, each) }))
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, fuzzy.maxExpansions);
}
