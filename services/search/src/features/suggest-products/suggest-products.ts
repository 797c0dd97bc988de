import type { estypes } from '@elastic/elasticsearch';
import type { ActionOutput, ActionParsed, suggestProducts } from '@evenkeel/contracts';
import type { ProductSearch } from '../../store/product-search.js';
import { favoured } from '../find-products/text-query.js';

type Asked = ActionParsed<typeof suggestProducts>;

/** Title and workshop, so that both may be typed in one line. */
const FIELDS = ['en.typed', 'zh.typed'];
const TITLES = ['en.title.words', 'zh.title.signs'];

/** Products whose title or workshop goes on as it was begun, in either language; the last word may be unfinished. */
export const begun = ({ text, locale, first }: Asked): estypes.SearchRequest => ({
  ...answer(locale, first),
  query: favoured({
    bool: {
      must: [{ multi_match: { query: text, type: 'bool_prefix', operator: 'and', fields: FIELDS } }],
      // In the title and in one piece comes before its words somewhere. How rare a word is says nothing while it is unfinished.
      should: [{ constant_score: { filter: inOnePiece(text), boost: 2 } }],
    },
  }),
});

const inOnePiece = (query: string) => ({
  multi_match: { query, type: 'phrase_prefix' as const, fields: TITLES },
});

/** The same for somebody who mistyped: whole words, with typing errors. */
export const mistyped = ({ text, locale, first }: Asked): estypes.SearchRequest => ({
  ...answer(locale, first),
  query: favoured({
    multi_match: { query: text, operator: 'and', fields: FIELDS, fuzziness: 'AUTO', prefix_length: 1 },
  }),
});

const answer = (locale: Asked['locale'], first: number): estypes.SearchRequest => ({
  size: first,
  sort: ['_score', { popularity: 'desc' }, { productId: 'asc' }],
  track_total_hits: false,
  _source: ['slug', `${locale}.title`],
});

/** Completes what is being typed. */
export async function completeTitles(
  search: ProductSearch,
  asked: Asked,
): Promise<ActionOutput<typeof suggestProducts>> {
  const found = await search.titles(begun(asked));
  return found.length > 0 ? found : search.titles(mistyped(asked));
}
