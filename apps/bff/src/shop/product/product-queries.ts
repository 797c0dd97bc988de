import { DEPARTMENTS, departmentKeys, suggestProducts } from '@evenkeel/contracts';
import type { GraphQLResolveInfo } from 'graphql';
import { selectedFields } from '../../graphql/selects.js';
import type { RequestContext } from '../../request/request-context.js';
import type { SearchResult } from '../../shelf/search-desk.js';
import { type ProductsArgs, searchInput } from './search-input.js';

/** What was found, and after which cursor. */
export interface Found {
  readonly result: SearchResult;
  readonly after: string | null;
}

/** Finding products. */
export const productQueries = {
  async products(
    _: unknown,
    args: ProductsArgs,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<Found> {
    const input = searchInput(args, selectedFields(info).has('facets'), context);
    return { result: await context.shop.search(input), after: args.after ?? null };
  },
  product: (_: unknown, { slug }: { slug: string }, { shop }: RequestContext) => shop.products.bySlug(slug),
  async suggestions(_: unknown, { text, first }: { text: string; first: number }, context: RequestContext) {
    if (text.trim() === '') return [];
    return context.ask(suggestProducts, { text, first, locale: context.locale });
  },
  departments: () => departmentKeys.map((key) => ({ key, label: DEPARTMENTS[key] })),
};
