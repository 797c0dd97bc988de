import type { ProductView } from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';
import type { Found } from './product-queries.js';

interface Edge {
  readonly cursor: string;
  readonly node: ProductView;
}

/** In the order of the search; what the index knows and views does not, not yet or not any more, is left out. */
async function edgesOf({ result }: Found, { shop }: RequestContext): Promise<Edge[]> {
  const views = await shop.products.byIds(result.ids.map(({ id }) => id));
  return result.ids.flatMap(({ cursor }, i) => {
    const node = views[i];
    return node ? [{ cursor, node }] : [];
  });
}

/** `ProductConnection` but for its facets. */
export const productConnection = {
  ProductConnection: {
    edges: (found: Found, _: unknown, context: RequestContext) => edgesOf(found, context),
    nodes: async (found: Found, _: unknown, context: RequestContext) =>
      (await edgesOf(found, context)).map(({ node }) => node),
    pageInfo: ({ result, after }: Found) => ({
      hasNextPage: result.hasMore,
      hasPreviousPage: after !== null,
      startCursor: result.ids[0]?.cursor ?? null,
      endCursor: result.ids.at(-1)?.cursor ?? null,
    }),
    totalCount: ({ result }: Found) => result.total,
    suggestion: ({ result }: Found) => result.suggestion,
  },
};
