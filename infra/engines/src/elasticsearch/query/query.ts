import type { Token } from '../analysis/token.js';
import type { Matches } from '../invert/doc-set.js';
import { none, rescored } from '../invert/doc-set.js';
import type { Json } from '../json.js';
import type { Scope } from './scope.js';

/** One value of one field of one document, cut into tokens: what a highlighter looks at. */
export interface TextView {
  readonly scope: Scope;
  readonly doc: number;
  readonly field: string;
  readonly tokens: readonly Token[];
}

/** A piece of a text that a query matched; `term` tells repeated finds of one word from finds of different words. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** A condition on documents. */
export interface Query {
  /** The documents of a scope that match, with their scores. */
  matches(scope: Scope): Matches;
  /** What of a text made its document match; asked only for documents that the whole query matches. */
  marks(view: TextView): readonly Mark[];
}

/** Reads a query in the original's JSON. Handed to the readers of compound queries, which cannot import it. */
export type ReadQuery = (json: Json | undefined) => Query;

const noMarks = (): readonly Mark[] => [];

/** A query that marks nothing in texts. */
export const unmarked = (matches: (scope: Scope) => Matches): Query => ({ matches, marks: noMarks });

export const matchNone: Query = unmarked(() => none);
export const matchAll = (boost = 1): Query =>
  unmarked((scope) => ({ docs: scope.space.live, scores: boost }));

/** A query whose meaning depends on the mapping. */
export function deferred(build: (scope: Scope) => Query): Query {
  const query: Query = {
    matches: (scope) => scope.run(scope.resolve(query, build)),
    marks: (view) => view.scope.resolve(query, build).marks(view),
  };
  return query;
}

/** The same documents, scores times `boost`. */
export const boosted = (query: Query, boost: number | undefined): Query =>
  boost === undefined || boost === 1
    ? query
    : {
        matches: (scope) => rescored(scope.run(query), (score) => score * boost),
        marks: (view) => query.marks(view),
      };

/** The same documents, all with one score. */
export const constant = (query: Query, score: number): Query => ({
  matches: (scope) => ({ docs: scope.run(query).docs, scores: score }),
  marks: (view) => query.marks(view),
});
