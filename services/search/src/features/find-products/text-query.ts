import type { estypes } from '@elastic/elasticsearch';
import type { Locale } from '@evenkeel/contracts';

type Query = estypes.QueryDslQueryContainer;

/**
 * How closely a product must fit the words: `close` wants all of them, in any of their forms; `loose` forgives typing
 * errors and a missing word. Loose is for texts that nothing fits closely, or every page would hold strange things.
 */
export type Fit = 'close' | 'loose';

/** Products that fit the words, the best first. */
export function textQuery(text: string, locale: Locale, fit: Fit): Query {
  const words = { en: englishWords, zh: chineseWords }[locale];
  const { anyOf, better } = words[fit](text);
  return favoured({
    bool: { must: [{ bool: { should: anyOf, minimum_should_match: 1 } }], should: better },
  });
}

interface Words {
  /** What makes a product fit. */
  readonly anyOf: Query[];
  /** What makes it fit better. */
  readonly better: Query[];
}

const TYPOS = { fuzziness: 'AUTO', prefix_length: 1 } as const;
/** Both of two words; of more, all but one; of many, most. */
const MOST_SIGNS = '2<-1 5<60%';
const MOST_WORDS = '2<70%';

const englishWords: Record<Fit, (query: string) => Words> = {
  close: (query) => ({
    anyOf: [{ match: { 'en.all': { query, operator: 'and' } } }, chineseNames(query)],
    better: [
      { match: { 'en.title': { query, boost: 4 } } },
      { match_phrase: { 'en.title': { query, boost: 3 } } },
      { match: { 'en.names': { query, boost: 2 } } },
      { match: { 'en.summary': { query } } },
    ],
  }),
  loose: (query) => ({
    anyOf: [{ match: { 'en.all': { query, minimum_should_match: MOST_WORDS, ...TYPOS } } }],
    better: [
      { match: { 'en.title': { query, boost: 4, ...TYPOS } } },
      { match: { 'en.names': { query, boost: 2, ...TYPOS } } },
    ],
  }),
};

const chineseWords: Record<Fit, (query: string) => Words> = {
  close: (query) => ({
    anyOf: [
      { match: { 'zh.all': { query, operator: 'and' } } },
      // A single sign is no pair; sign by sign it is found inside longer words, too.
      { match_phrase: { 'zh.all.signs': query } },
      ...plainNouns(query),
      englishNames(query),
    ],
    better: [
      { match: { 'zh.title': { query, boost: 3 } } },
      { match_phrase: { 'zh.title.signs': { query, boost: 4 } } },
      { match_phrase: { 'zh.names.signs': { query, boost: 2 } } },
      { match: { 'zh.summary': { query } } },
    ],
  }),
  loose: (query) => ({
    anyOf: [
      { match: { 'zh.all.signs': { query, minimum_should_match: MOST_SIGNS, ...TYPOS } } },
      { match: { 'en.typed': { query, operator: 'and', ...TYPOS } } },
    ],
    better: [
      { match: { 'zh.title': { query, boost: 4, ...TYPOS } } },
      { match: { 'zh.title.signs': { query, boost: 2, ...TYPOS } } },
      { match: { 'zh.names': { query, boost: 2, ...TYPOS } } },
    ],
  }),
};

/** What is spoken of as 杯子 or 盒儿 is called 杯 or 盒 in names. */
const plainNouns = (query: string): Query[] => {
  const [, noun] = /^(\p{Script=Han})[子儿]$/u.exec(query) ?? [];
  return noun
    ? [
        {
          multi_match: {
            query: noun,
            type: 'phrase',
            fields: ['zh.title.signs', 'zh.names.signs'],
            boost: 4,
          },
        },
      ]
    : [];
};

/** Names are also known by their other language: somebody pastes 提梁壶, somebody types Tidewater. */
const chineseNames = (query: string): Query => ({
  multi_match: { query, type: 'phrase', fields: ['zh.title.signs', 'zh.names.signs'] },
});
const englishNames = (query: string): Query => ({
  multi_match: { query, operator: 'and', fields: ['en.title', 'en.names'] },
});

/** What sells well, and what can be bought at all, comes a little earlier among what fits about as well. */
export const favoured = (query: Query): Query => ({
  function_score: {
    query,
    functions: [
      { weight: 1 },
      { weight: 0.2, field_value_factor: { field: 'popularity', modifier: 'log1p', missing: 0 } },
      { weight: 0.3, filter: { term: { inStock: true } } },
    ],
    score_mode: 'sum',
    boost_mode: 'multiply',
  },
});
