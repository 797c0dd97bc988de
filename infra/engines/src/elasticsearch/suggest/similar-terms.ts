import type { Analyzer } from '../analysis/token.js';
import type { Scope } from '../query/scope.js';
import { termSource } from '../query/term-source.js';
import { compareText } from '../sorted-text.js';
import type { TermRequest } from './read-suggest.js';

/** Corrections of a text, word by word, from the words of a field. */
export function similarTerms(scope: Scope, request: TermRequest) {
  const field = scope.field(request.field);
  if (field?.kind !== 'text' && field?.kind !== 'keyword')
    throw scope.refuse(
      field
        ? `[term] suggestions from [${field.kind}] field [${request.field}] are not answered by the Elasticsearch stand-in`
        : `no mapping found for field [${request.field}]`,
      'illegal_argument_exception',
    );
  const analyzer: Analyzer | undefined =
    field.kind === 'text' ? field.searchAnalyzer : scope.searched.analysis.analyzers.get('keyword');
  return (analyzer?.tokens(request.text) ?? []).map((token) => ({
    text: token.term,
    offset: token.start,
    length: token.end - token.start,
    options: corrections(scope, token.term, request),
  }));
}

/** A word that is less alike than this is no correction. */
const LEAST_LIKENESS = 0.5;
/** A word in more than this part of the documents is taken to be spelt as meant. */
const COMMON = 0.01;

function corrections(scope: Scope, term: string, request: TermRequest) {
  const length = [...term].length;
  const source = termSource(scope.space, request.field);
  if (!source || length < request.minWordLength) return [];
  const own = source.docFreq(term);
  if (request.mode === 'missing' && own > 0) return [];
  if (own > Math.ceil(COMMON * scope.space.size)) return [];
  const nearness = { edits: request.maxEdits, prefixLength: request.prefixLength, transpositions: true };
  return source.dictionary
    .near(term, nearness)
    .map((near) => ({
      text: near.term,
      score: 1 - near.edits / Math.min(length, [...near.term].length),
      freq: source.docFreq(near.term),
    }))
    .filter(
      ({ text, score, freq }) =>
        text !== term && score >= LEAST_LIKENESS && freq > (request.mode === 'popular' ? own : 0),
    )
    .sort((left, right) => {
      const byScore = right.score - left.score;
      const byFreq = right.freq - left.freq;
      const text = compareText(left.text, right.text);
      return request.byFrequency ? byFreq || byScore || text : byScore || byFreq || text;
    })
    .slice(0, request.size);
}
