import type { estypes } from '@elastic/elasticsearch';
import type { FacetAnswers } from '../features/find-products/facets.js';
import type { SuggestedWord } from '../features/find-products/spelling.js';
import type { SearchEngine } from './engine.js';

export interface FoundPage {
  readonly hits: readonly { readonly id: string; readonly sort: readonly (string | number)[] }[];
  readonly total: number;
  readonly facets: FacetAnswers | undefined;
}

export interface Titled {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

type TitleSource = { slug: string } & Partial<Record<'en' | 'zh', { title: string }>>;

/** Asks the index of products. */
export class ProductSearch {
  readonly #engine: SearchEngine;

  constructor(engine: SearchEngine) {
    this.#engine = engine;
  }

  async find(request: estypes.SearchRequest): Promise<FoundPage> {
    const { hits, aggregations } = await this.#engine.client.search<unknown, FacetAnswers>(this.#of(request));
    return {
      hits: hits.hits.map((hit) => ({ id: hit._id ?? '', sort: (hit.sort ?? []).map(sortValue) })),
      total: totalOf(hits.total),
      facets: aggregations,
    };
  }

  async total(request: estypes.SearchRequest): Promise<number> {
    const { hits } = await this.#engine.client.search(this.#of(request));
    return totalOf(hits.total);
  }

  async spelling(request: estypes.SearchRequest): Promise<SuggestedWord[]> {
    const { suggest } = await this.#engine.client.search(this.#of(request));
    return (suggest?.spelling ?? []).map(({ text, offset, length, options }) => ({
      text,
      offset,
      length,
      options: [options].flat().map((option) => ({ text: option.text ?? '' })),
    }));
  }

  /** Products with their title, in whichever language the request asks for. */
  async titles(request: estypes.SearchRequest): Promise<Titled[]> {
    const { hits } = await this.#engine.client.search<TitleSource>(this.#of(request));
    return hits.hits.flatMap(({ _id, _source }) => {
      const title = _source?.en?.title ?? _source?.zh?.title;
      return _id && _source && title ? [{ id: _id, slug: _source.slug, title }] : [];
    });
  }

  #of(request: estypes.SearchRequest): estypes.SearchRequest {
    return { index: this.#engine.names.products, ...request };
  }
}

const totalOf = (total: estypes.SearchTotalHits | number | undefined): number =>
  typeof total === 'number' ? total : (total?.value ?? 0);

function sortValue(value: estypes.FieldValue): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`The index ordered by ${String(value)}, which no cursor can hold`);
}
