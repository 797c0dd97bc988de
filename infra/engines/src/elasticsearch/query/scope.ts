import type { Analysis } from '../analysis/analysis.js';
import { type ElasticError, shardRefusal } from '../errors.js';
import { indexOf, type Matches } from '../invert/doc-set.js';
import type { DocSpace } from '../invert/doc-space.js';
import type { InvertedIndex, NestedSpace } from '../invert/inverted-index.js';
import type { Field, Mapping } from '../mapping/field.js';
import type { Query } from './query.js';

/** One index as a search finds it. */
export interface Searched {
  readonly name: string;
  readonly analysis: Analysis;
  readonly mapping: Mapping;
  readonly inverted: InvertedIndex;
  /** Milliseconds since 1970 that `now` means. */
  readonly now: number;
}

/** The documents a query runs on, and what has been found among them in this request. */
export class Scope {
  readonly searched: Searched;
  readonly space: DocSpace;
  private readonly found = new Map<Query, Matches>();
  private readonly resolved = new Map<object, Query>();
  private readonly inner = new Map<string, Scope>();

  constructor(searched: Searched, space: DocSpace = searched.inverted.root) {
    this.searched = searched;
    this.space = space;
  }

  field(name: string): Field | undefined {
    return this.searched.mapping.fields.get(name);
  }

  /** What a query matches; reckoned once for a request. */
  run(query: Query): Matches {
    let matches = this.found.get(query);
    if (!matches) {
      matches = query.matches(this);
      this.found.set(query, matches);
    }
    return matches;
  }

  has(query: Query, doc: number): boolean {
    return indexOf(this.run(query).docs, doc) >= 0;
  }

  /** The query that another stands for in this mapping; built once for a request. */
  resolve(key: object, build: (scope: Scope) => Query): Query {
    let query = this.resolved.get(key);
    if (!query) {
      query = build(this);
      this.resolved.set(key, query);
    }
    return query;
  }

  /** The nested objects of a path, and the scope of queries among them. */
  nested(path: string): { readonly place: NestedSpace; readonly scope: Scope } {
    const place = this.searched.inverted.nestedSpace(path);
    let scope = this.inner.get(path);
    if (!scope) {
      scope = new Scope(this.searched, place.space);
      this.inner.set(path, scope);
    }
    return { place, scope };
  }

  /** A complaint about a query that only the mapping could show to be wrong. */
  refuse(reason: string, type = 'query_shard_exception'): ElasticError {
    return shardRefusal(type, reason, this.searched.name);
  }

  /** The complaint about a text that somebody sorts by or counts. */
  refuseFielddata(field: string): ElasticError {
    return this.refuse(
      `Text fields are not optimised for operations that require per-document field data like aggregations and sorting, so these operations are disabled by default. Please use a keyword field instead. ([${field}])`,
      'illegal_argument_exception',
    );
  }
}
