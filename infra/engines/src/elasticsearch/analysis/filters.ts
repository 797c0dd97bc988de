import { foldAscii } from './ascii-folding.js';
import { cjkBigrams } from './cjk-bigram.js';
import { foldWidth } from './cjk-width.js';
import { porterStem } from './porter-stem.js';
import { englishStopWords } from './stop-words.js';
import type { Token, TokenFilter } from './token.js';

const eachTerm =
  (change: (term: string) => string): TokenFilter =>
  (tokens) =>
    tokens.map((token) => {
      const term = change(token.term);
      return term === token.term ? token : { ...token, term };
    });

/** Leaves out words; the others keep their positions, so that a phrase still knows of the gap. */
export const withoutWords =
  (words: ReadonlySet<string>): TokenFilter =>
  (tokens) =>
    tokens.filter((token: Token) => !words.has(token.term));

const stems = new Map<string, string>();
/** Texts repeat their words; the memory is emptied when it has grown large. */
function rememberedStem(term: string): string {
  const known = stems.get(term);
  if (known !== undefined) return known;
  if (stems.size > 50_000) stems.clear();
  const stem = porterStem(term);
  stems.set(term, stem);
  return stem;
}

export const lowercase = eachTerm((term) => term.toLowerCase());
export const possessive = eachTerm((term) => (/['’＇][sS]$/.test(term) ? term.slice(0, -2) : term));
export const stemming = eachTerm(rememberedStem);
export const asciiFolding = eachTerm(foldAscii);
export const widthFolding = eachTerm(foldWidth);

/** Token filters that need no configuration, by the name an analyzer calls them. */
export const plainFilters: ReadonlyMap<string, TokenFilter> = new Map([
  ['lowercase', lowercase],
  ['asciifolding', asciiFolding],
  ['porter_stem', stemming],
  ['stop', withoutWords(englishStopWords)],
  ['cjk_width', widthFolding],
  ['cjk_bigram', cjkBigrams],
]);
