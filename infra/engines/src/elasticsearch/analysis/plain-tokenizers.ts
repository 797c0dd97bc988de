import type { Token, TokenType } from './token.js';

/** Cuts at white space. */
export const whitespaceTokens = (text: string): Token[] => matches(text, /[^\p{White_Space}]+/gu, 'word');

/** Keeps runs of letters, in lower case. */
export const letterTokens = (text: string): Token[] =>
  matches(text, /\p{L}+/gu, 'word').map((token) => ({ ...token, term: token.term.toLowerCase() }));

/** The whole text as one token; nothing for the empty text. */
export const keywordTokens = (text: string): Token[] =>
  text === '' ? [] : [{ term: text, start: 0, end: text.length, position: 0, type: 'word' }];

const matches = (text: string, pattern: RegExp, type: TokenType): Token[] =>
  [...text.matchAll(pattern)].map((match, position) => ({
    term: match[0],
    start: match.index,
    end: match.index + match[0].length,
    position,
    type,
  }));
