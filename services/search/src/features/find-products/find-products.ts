import type { ActionOutput, searchProducts } from '@evenkeel/contracts';
import type { ProductSearch } from '../../store/product-search.js';
import { writeCursor } from './cursor.js';
import { readFacets } from './facets.js';
import { filtersOf } from './filters.js';
import {
  type Asked,
  anythingFits,
  type Page,
  pageOf,
  searchRequest,
  spellingRequest,
} from './search-request.js';
import { betterSpelling, likeStretch } from './spelling.js';
import { favoured, textQuery } from './text-query.js';

type Found = ActionOutput<typeof searchProducts>;

/** Fewer than this, and perhaps something else was meant. */
const FEW = 3;

/** Finds products. Words that nothing fits closely are taken loosely, and a better spelling is looked for. */
export async function findProducts(search: ProductSearch, asked: Asked): Promise<Found> {
  const page = pageOf(asked);
  const found = await findPage(search, asked, page);
  if (!asked.text || page.after || found.total >= FEW) return found;
  if (found.total > 0 || (filtersOf(asked).length > 0 && (await search.total(anythingFits(asked))) > 0))
    return { ...found, suggestion: await spelling(search, asked.text) };
  const [loose, suggestion] = await Promise.all([
    findPage(search, asked, { fit: 'loose', after: undefined }),
    asked.locale === 'zh' ? chineseSpelling(search, asked.text) : spelling(search, asked.text),
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

async function spelling(search: ProductSearch, text: string): Promise<string | null> {
  return betterSpelling(text, await search.spelling(spellingRequest(text)));
}

/** Chinese is not parted into words, so the best product's title is asked instead. */
async function chineseSpelling(search: ProductSearch, text: string): Promise<string | null> {
  const latin = await spelling(search, text);
  if (latin !== null) return latin;
  const [best] = await search.titles({
    query: favoured(textQuery(text, 'zh', 'loose')),
    size: 1,
    _source: ['slug', 'zh.title'],
  });
  return best ? likeStretch(text, best.title) : null;
}
