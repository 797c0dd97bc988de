import type { Scope } from '../query/scope.js';
import type { SearchRequest } from '../search/read-search.js';
import { singlePrecision } from '../search/single-precision.js';
import { shownSource } from '../search/source-filter.js';
import { type Completed, complete } from './complete.js';
import { similarTerms } from './similar-terms.js';

/** Answers the suggestions of a search, by their names. */
export function runSuggest(scope: Scope, request: SearchRequest): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const [name, asked] of request.suggest ?? []) {
    answers[name] =
      asked.kind === 'completion'
        ? [
            {
              text: asked.text,
              offset: 0,
              length: asked.text.length,
              options: complete(scope, asked).map((completed) => show(scope, request, completed)),
            },
          ]
        : similarTerms(scope, asked).map((word) => ({
            ...word,
            options: word.options.map((option) => ({ ...option, score: singlePrecision(option.score) })),
          }));
  }
  return answers;
}

function show(scope: Scope, request: SearchRequest, { doc, input, score }: Completed) {
  const document = scope.searched.inverted.stored[doc];
  return {
    text: input,
    _index: scope.searched.name,
    _id: document?.id,
    _score: singlePrecision(score),
    _source: shownSource(document?.source ?? '{}', request.source),
  };
}
