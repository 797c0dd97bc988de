import { builtIn } from '../analysis/built-in.js';
import type { JsonObject } from '../json.js';
import type { Field } from '../mapping/field.js';
import { namePattern } from '../name-pattern.js';
import type { Mark, Query } from '../query/query.js';
import type { Scope } from '../query/scope.js';
import { Breaks } from './breaks.js';
import { type Passage, passagesOf } from './passages.js';
import type { HighlightOptions, HighlightRequest } from './read-highlight.js';
import { renderPassage } from './render-passage.js';
import { sourceTexts } from './source-values.js';

/** Shows what made one document match; `undefined` if there is nothing to show. */
export function highlightHit(
  scope: Scope,
  request: HighlightRequest,
  { doc, query }: { readonly doc: number; readonly query: Query },
): Record<string, string[]> | undefined {
  const source = JSON.parse(scope.searched.inverted.stored[doc]?.source ?? '{}') as JsonObject;
  const shown: Record<string, string[]> = {};
  for (const { pattern, options } of request) {
    const fits = namePattern(pattern);
    for (const field of scope.searched.mapping.fields.values()) {
      if (!fits(field.name) || (field.kind !== 'text' && field.kind !== 'keyword')) continue;
      if (field.nestedPath)
        throw scope.refuse(
          `[highlight] of the nested field [${field.name}] is not answered by the Elasticsearch stand-in`,
        );
      const texts = sourceTexts(source, field.sourcePath);
      const fragments = fragmentsOf(texts, options, (text) =>
        marksOf(scope, field, { doc, text, query: options.query ?? query }),
      );
      if (fragments.length > 0) shown[field.name] = fragments;
    }
  }
  return Object.keys(shown).length > 0 ? shown : undefined;
}

function marksOf(
  scope: Scope,
  field: Field,
  { doc, text, query }: { doc: number; text: string; query: Query },
): Mark[] {
  const analyzer = field.kind === 'text' ? field.analyzer : builtIn.get('keyword');
  const tokens = analyzer?.tokens(text) ?? [];
  const shown =
    field.kind === 'keyword'
      ? tokens.map((token) => ({ ...token, term: field.normalize(token.term) }))
      : tokens;
  if (!scope.has(query, doc)) return [];
  const marks = query.marks({ scope, doc, field: field.name, tokens: shown });
  return [...marks].sort((left, right) => left.start - right.start || left.end - right.end);
}

function fragmentsOf(
  texts: readonly string[],
  options: HighlightOptions,
  marked: (text: string) => Mark[],
): string[] {
  const passages = texts.flatMap((text) => passagesIn(text, marked(text), options));
  if (passages.length === 0) return withoutMatch(texts, options.noMatchSize);
  const best = (left: Shown, right: Shown) => right.passage.score - left.passage.score;
  const chosen = options.fragments === 0 ? passages : [...passages].sort(best).slice(0, options.fragments);
  const ordered = options.byScore ? chosen : passages.filter((passage) => chosen.includes(passage));
  return ordered
    .map(({ text, passage }) => renderPassage(text, passage, options))
    .filter((text) => text.trim() !== '');
}

interface Shown {
  readonly text: string;
  readonly passage: Passage;
}

function passagesIn(text: string, marks: readonly Mark[], options: HighlightOptions): Shown[] {
  if (marks.length === 0) return [];
  if (options.fragments === 0) return [{ text, passage: { start: 0, end: text.length, marks, score: 0 } }];
  return passagesOf(text, marks, options.fragmentSize).map((passage) => ({ text, passage }));
}

/** The beginning of the first value, to the end of the word that reaches `size`. */
function withoutMatch(texts: readonly string[], size: number): string[] {
  const [first] = texts;
  if (!first || size === 0) return [];
  return [size < first.length ? first.slice(0, Breaks.ofWords(first).behind(size)).trim() : first];
}
