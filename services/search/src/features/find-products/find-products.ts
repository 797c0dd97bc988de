import type { ActionOutput, Locale, searchProducts } from '@evenkeel/contracts';
import type { ProductSearch } from '../../store/product-search.js';
import { writeCursor } from './cursor.js';
import { readFacets } from './facets.js';
import { filtersOf } from './filters.js';
import {
  type Asked,
  bestTitle,
  closeFits,
  type Page,
  pageOf,
  searchRequest,
  spellingRequest,
} from './search-request.js';
import { betterSpelling, likeStretch } from './spelling.js';

type Found = ActionOutput<typeof searchProducts>;

/** Finds products. Words that nothing fits closely are taken loosely, and a better spelling is looked for. */
export async function findProducts(search: ProductSearch, asked: Asked): Promise<Found> {
  const { text, locale } = asked;
  const page = pageOf(asked);
  const found = await findPage(search, asked, page);
  if (!text || page.after || found.total > 0) return found;
  // The words are known and only the filters let nothing through.
  if (filtersOf(asked).length > 0 && (await anythingFits(search, text, locale))) return found;
  const [loose, suggestion] = await Promise.all([
    findPage(search, asked, { fit: 'loose', after: undefined }),
    suggestSpelling(search, text, locale),
  ]);
  return { ...loose, suggestion };
}

async function findPage(search: ProductSearch, asked: Asked, page: Page): Promise<Found> {
  const { hits, total, facets } = await search.find(searchRequest(asked, page));
  const shown = hits.slice(0, asked.first);
  return {
    ids: shown.map(({ id, sort }) => ({
      id,
      cursor: writeCursor({ sort: asked.sort, fit: page.fit, values: sort }),
    })),
    total,
    hasMore: asked.first === 0 ? total > 0 : hits.length > asked.first,
    facets: asked.facets && facets ? readFacets(facets) : null,
    suggestion: null,
  };
}

const anythingFits = async (search: ProductSearch, text: string, locale: Locale): Promise<boolean> =>
  (await search.total(closeFits(text, locale))) > 0;

/** A spelling that finds something. Chinese is not parted into words, so the best product's title is asked for it. */
async function suggestSpelling(search: ProductSearch, text: string, locale: Locale): Promise<string | null> {
  const spelt = betterSpelling(text, await search.spelling(spellingRequest(text)));
  if (spelt !== null) return (await anythingFits(search, spelt, locale)) ? spelt : null;
  if (locale !== 'zh') return null;
  const [best] = await search.titles(bestTitle(text));
  return best ? likeStretch(text, best.title) : null;
}
