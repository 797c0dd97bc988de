import { builtIn } from '../analysis/built-in.js';
import type { Analyzer, Token } from '../analysis/token.js';
import { ElasticError } from '../errors.js';
import type { Json } from '../json.js';
import { type Field, isNumeric } from '../mapping/field.js';
import { anyTerm, termsStartingWith } from './any-term.js';
import { allOf, anyOf } from './bool-query.js';
import type { MatchOptions } from './match-options.js';
import { minimumShouldMatch } from './minimum-should-match.js';
import { phrasePrefix, phraseQuery, slotsOf } from './phrase-query.js';
import { matchAll, matchNone, type Query } from './query.js';
import type { Scope } from './scope.js';
import { notSearchable, termQuery, unindexed } from './term-query.js';
import { fuzzyTerm, textTerm } from './text-term.js';

/** What becomes of the words of a text: any or all of them, the same with an unfinished last one, or a phrase. */
export type MatchKind =
  | { readonly is: 'words' | 'words_prefix' }
  | { readonly is: 'phrase'; readonly slop: number }
  | { readonly is: 'phrase_prefix'; readonly slop: number; readonly expansions: number };

/** How one text is to be matched. */
export interface TextMatch {
  readonly text: Json;
  readonly kind: MatchKind;
  readonly options: MatchOptions;
}

/** Matches a text against one field, according to what that field is. */
export function matchField(scope: Scope, name: string, match: TextMatch): Query {
  const field = scope.field(name);
  if (!field?.indexed) return unindexed(scope, name);
  if (field.kind === 'completion') throw notSearchable(scope, name);
  if (isNumeric(field)) return matchValue(scope, field, match);
  const tokens = searchAnalyzer(scope, field, match.options).tokens(String(match.text));
  if (tokens.length === 0) return match.options.whenNoTerms === 'all' ? matchAll() : matchNone;
  if (
    field.kind === 'keyword' &&
    (match.kind.is === 'phrase_prefix' || (match.kind.is === 'phrase' && tokens.length > 1))
  )
    throw scope.refuse(
      `failed to create query: Can only use phrase prefix queries on text fields - not on [${name}] which is of type [keyword]`,
    );
  return matchTokens(name, tokens, match);
}

function matchTokens(name: string, tokens: readonly Token[], { text, kind, options }: TextMatch): Query {
  switch (kind.is) {
    case 'phrase':
      return phraseQuery(name, slotsOf(tokens), kind.slop);
    case 'phrase_prefix':
      return phrasePrefix(name, tokens, kind);
    case 'words':
      return combine(
        tokens.map((token) => word(name, token.term, options)),
        options,
      );
    case 'words_prefix':
      return combine(
        tokens.map((token, at) =>
          // A text that ends in a space or a full stop ends in a whole word.
          at === tokens.length - 1 && token.end === String(text).length
            ? anyTerm(name, termsStartingWith(token.term))
            : word(name, token.term, options),
        ),
        options,
      );
  }
}

/** One word of a text, as it stands or with typing errors. */
export const word = (name: string, term: string, { fuzzy }: MatchOptions): Query =>
  fuzzy ? fuzzyTerm(name, term, fuzzy) : textTerm(name, term);

/** Joins the words of a text; a single word knows neither operator nor minimum. */
export function combine(words: readonly Query[], options: MatchOptions): Query {
  const [only] = words;
  if (only && words.length === 1) return only;
  if (options.operator === 'and') return allOf(words);
  const least = minimumShouldMatch(options.minimumShouldMatch ?? 1, words.length) ?? 1;
  return anyOf(words, Math.max(1, least));
}

const keywordAnalyzers = new WeakMap<Field, Analyzer>();

/** The analyzer of a text that is looked for in a field. Fields with the same object are analysed alike. */
export function searchAnalyzer(scope: Scope, field: Field, options: MatchOptions): Analyzer {
  const named = options.analyzer;
  const override = named === undefined ? undefined : scope.searched.analysis.analyzers.get(named);
  if (named !== undefined && !override) throw scope.refuse(`[match] analyzer [${named}] not found`);
  if (override) return override;
  if (field.kind === 'text' || field.kind === 'completion') return field.searchAnalyzer;
  let analyzer = keywordAnalyzers.get(field);
  if (!analyzer) {
    const whole = builtIn.get('keyword');
    const normalize = field.kind === 'keyword' ? field.normalize : (text: string) => text;
    analyzer = {
      name: `keyword ${field.name}`,
      tokens: (text) =>
        (whole?.tokens(text) ?? []).map((token) => ({ ...token, term: normalize(token.term) })),
    };
    keywordAnalyzers.set(field, analyzer);
  }
  return analyzer;
}

function matchValue(scope: Scope, field: Field, { text, kind, options }: TextMatch): Query {
  if (options.fuzzy || kind.is === 'phrase_prefix' || kind.is === 'words_prefix')
    throw scope.refuse(
      `failed to create query: Can only use fuzzy and prefix queries on keyword and text fields - not on [${field.name}]`,
    );
  const query = termQuery(field.name, text);
  if (!options.lenient) return query;
  return {
    matches: (inner) => {
      try {
        return inner.run(query);
      } catch (error) {
        if (error instanceof ElasticError) return matchNone.matches(inner);
        throw error;
      }
    },
    marks: () => [],
  };
}
