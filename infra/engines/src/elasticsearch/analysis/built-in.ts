import { cjkBigrams } from './cjk-bigram.js';
import { lowercase, possessive, stemming, widthFolding, withoutWords } from './filters.js';
import { keywordTokens, letterTokens, whitespaceTokens } from './plain-tokenizers.js';
import { standardTokens } from './standard-tokenizer.js';
import { cjkStopWords, englishStopWords } from './stop-words.js';
import type { Analyzer, TokenFilter, Tokenizer } from './token.js';

export const analyzer = (name: string, tokenizer: Tokenizer, filters: readonly TokenFilter[]): Analyzer => ({
  name,
  tokens: (text) => filters.reduce((tokens, filter) => filter(tokens), tokenizer(text)),
});

/** Tokenizers by the name an analyzer calls them. */
export const tokenizers: ReadonlyMap<string, Tokenizer> = new Map([
  ['standard', standardTokens],
  ['whitespace', whitespaceTokens],
  ['keyword', keywordTokens],
]);

/** Analyzers every index has. */
export const builtIn: ReadonlyMap<string, Analyzer> = new Map(
  [
    analyzer('standard', standardTokens, [lowercase]),
    analyzer('simple', letterTokens, []),
    analyzer('whitespace', whitespaceTokens, []),
    analyzer('keyword', keywordTokens, []),
    analyzer('stop', letterTokens, [withoutWords(englishStopWords)]),
    analyzer('english', standardTokens, [possessive, lowercase, withoutWords(englishStopWords), stemming]),
    analyzer('cjk', standardTokens, [widthFolding, lowercase, cjkBigrams, withoutWords(cjkStopWords)]),
  ].map((each) => [each.name, each]),
);
