import type { Analyzer } from '../analysis/token.js';
import { none } from '../invert/doc-set.js';
import { type Field, isNumeric } from '../mapping/field.js';
import { bestOf } from './bool-query.js';
import { combine, searchAnalyzer, type TextMatch } from './match-query.js';
import { boosted, matchNone, type Query } from './query.js';
import type { Scope } from './scope.js';
import { termSource } from './term-source.js';
import { textTerm } from './text-term.js';

/** A field to be searched, and how much it counts. */
export interface WeightedField {
  readonly name: string;
  readonly boost: number;
}

/**
 * Looks for each word in any of the fields, as if fields that are analysed alike were one. Fields analysed differently
 * form groups, of which the best counts.
 */
export function crossFields(
  scope: Scope,
  fields: readonly WeightedField[],
  { text, options, tieBreaker }: TextMatch & { readonly tieBreaker: number },
): Query {
  const groups = new Map<Analyzer, WeightedField[]>();
  for (const each of fields) {
    const field = scope.field(each.name);
    if (!field) continue;
    refuseOthers(scope, field);
    const analyzer = searchAnalyzer(scope, field, options);
    groups.set(analyzer, [...(groups.get(analyzer) ?? []), each]);
  }
  const queries = [...groups].map(([analyzer, group]) => {
    const terms = analyzer.tokens(String(text)).map((token) => token.term);
    if (terms.length === 0) return matchNone;
    return combine(
      terms.map((term) => anywhere(group, term, tieBreaker)),
      options,
    );
  });
  const [only] = queries;
  return only && queries.length === 1 ? only : bestOf(queries, tieBreaker);
}

function refuseOthers(scope: Scope, field: Field): void {
  if (isNumeric(field) || field.kind === 'completion' || !field.indexed)
    throw scope.refuse(
      `[cross_fields] on [${field.name}], which is neither text nor keyword, is not answered by the Elasticsearch stand-in`,
    );
}

function anywhere(group: readonly WeightedField[], term: string, tieBreaker: number): Query {
  const [only] = group;
  if (only && group.length === 1) return boosted(textTerm(only.name, term), only.boost);
  return bestOf(
    group.map((each) => boosted(blended(group, each.name, term), each.boost)),
    tieBreaker,
  );
}

/** A term of one field, scored as if it were as common there as in the field where it is commonest. */
const blended = (group: readonly WeightedField[], name: string, term: string): Query => ({
  matches: (scope) => {
    const docFreq = blendedFrequencies(scope, group, term).get(name);
    const source = termSource(scope.space, name);
    return source && docFreq !== undefined ? source.scored(term, docFreq) : none;
  },
  marks: (view) => textTerm(name, term).marks(view),
});

function blendedFrequencies(
  scope: Scope,
  group: readonly WeightedField[],
  term: string,
): Map<string, number> {
  const having = group
    .map(({ name }) => ({ name, source: termSource(scope.space, name) }))
    .map(({ name, source }) => ({ name, source, docFreq: source?.docFreq(term) ?? 0 }))
    .filter(({ docFreq }) => docFreq > 0)
    .sort((left, right) => right.docFreq - left.docFreq);
  const tokens = having.map(({ source }) => source?.totalTokens ?? 0);
  const most = Math.min(scope.space.size, ...tokens);
  const frequencies = new Map<string, number>();
  let common = Math.min(most, having[0]?.docFreq ?? 0);
  let previous = common;
  for (const { name, source, docFreq } of having) {
    // Each step down to a rarer field counts one more, which breaks ties in favour of the commoner.
    if (docFreq < previous) common++;
    previous = docFreq;
    frequencies.set(name, Math.min(common, source?.docCount ?? 0, most));
  }
  return frequencies;
}
