import { parsing } from '../errors.js';
import { type Matches, scoreAt } from '../invert/doc-set.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';
import { reaching } from './bool-query.js';
import { boosted, matchAll, type Query, type ReadQuery } from './query.js';
import type { Scope } from './scope.js';
import { readScoreFunction, type ScoreFunction } from './score-function.js';

const scoreModes = ['multiply', 'sum', 'avg', 'first', 'max', 'min'] as const;
const boostModes = ['multiply', 'replace', 'sum', 'avg', 'max', 'min'] as const;
type ScoreMode = (typeof scoreModes)[number];
type BoostMode = (typeof boostModes)[number];

/** A query whose scores are changed by functions of its documents. */
export function readFunctionScore(body: Json, read: ReadQuery): Query {
  const options = new Options('function_score', body);
  const inner = options.object('query');
  const query = inner ? read(inner) : matchAll();
  const functions = readFunctions(options, read);
  const scoreMode = options.oneOf('score_mode', scoreModes) ?? 'multiply';
  const boostMode = options.oneOf('boost_mode', boostModes) ?? 'multiply';
  const maxBoost = options.number('max_boost') ?? Number.POSITIVE_INFINITY;
  const least = options.number('min_score');
  const boost = options.number('boost');
  options.done();
  const scored: Query = {
    matches: (scope) => {
      const factor = combined(scope, functions, scoreMode);
      return rescoredByDoc(scope.run(query), (doc, score) => {
        const given = factor(doc);
        return given === undefined
          ? blend(score, 1, boostMode)
          : blend(score, Math.min(given, maxBoost), boostMode);
      });
    },
    marks: (view) => query.marks(view),
  };
  return boosted(least === undefined ? scored : reaching(scored, least), boost);
}

function readFunctions(options: Options, read: ReadQuery): ScoreFunction[] {
  const list = options.list('functions');
  const single = readScoreFunction(options, read);
  if (!list) return single ? [single] : [];
  if (single)
    throw parsing(
      '[function_score] already found functions in [functions], now encountering another beside it',
    );
  return list.map((body) => {
    const each = new Options('function_score', body);
    const read1 = readScoreFunction(each, read);
    each.done();
    if (!read1) throw parsing('[function_score] an entry in functions list is missing a function.');
    return read1;
  });
}

const rescoredByDoc = (matches: Matches, change: (doc: number, score: number) => number): Matches => ({
  docs: matches.docs,
  scores: Float64Array.from(matches.docs, (doc, at) => change(doc, scoreAt(matches, at))),
});

/** The factor of each document; `undefined` where no function applies. */
function combined(scope: Scope, functions: readonly ScoreFunction[], mode: ScoreMode) {
  const parts = functions.map((each) => ({ ...each, of: each.factor(scope) }));
  return (doc: number): number | undefined => {
    const applying = parts.filter(({ filter }) => !filter || scope.has(filter, doc));
    const factors = applying.map(({ of, weight }) => of(doc) * weight);
    const [first] = factors;
    if (first === undefined) return undefined;
    switch (mode) {
      case 'first':
        return first;
      case 'multiply':
        return factors.reduce((left, right) => left * right);
      case 'sum':
        return factors.reduce((left, right) => left + right);
      case 'avg':
        return (
          factors.reduce((left, right) => left + right) /
          applying.reduce((sum, { weight }) => sum + weight, 0)
        );
      case 'max':
        return Math.max(...factors);
      case 'min':
        return Math.min(...factors);
    }
  };
}

function blend(score: number, factor: number, mode: BoostMode): number {
  switch (mode) {
    case 'multiply':
      return score * factor;
    case 'replace':
      return factor;
    case 'sum':
      return score + factor;
    case 'avg':
      return (score + factor) / 2;
    case 'max':
      return Math.max(score, factor);
    case 'min':
      return Math.min(score, factor);
  }
}
