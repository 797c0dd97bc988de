import type { Page } from '@evenkeel/contracts';

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null;
}

/** A page of a service as a Relay connection (relay.dev/graphql/connections.htm). */
export function connectionOf<Item>(page: Page<Item>, after: string | null | undefined) {
  return {
    nodes: page.items,
    edges: page.items.map((node, i) => ({ node, cursor: page.cursors[i] })),
    pageInfo: {
      hasNextPage: page.next !== null,
      hasPreviousPage: Boolean(after),
      startCursor: page.cursors[0] ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
  };
}

/** The same after each item was turned into something else. */
export const mapPage = <A, B>(page: Page<A>, map: (item: A) => B): Page<B> => ({
  ...page,
  items: page.items.map(map),
});
