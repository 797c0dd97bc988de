import type { Page } from '@evenkeel/contracts';

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null;
}

/** A page of a service as a Relay connection. Only its last item has a cursor, where a further page follows. */
export function connectionOf<Item>(page: Page<Item>, after: string | null | undefined) {
  const last = page.items.length - 1;
  return {
    nodes: page.items,
    edges: page.items.map((node, i) => ({ node, cursor: i === last ? page.next : null })),
    pageInfo: {
      hasNextPage: page.next !== null,
      hasPreviousPage: Boolean(after),
      startCursor: null,
      endCursor: page.next,
    },
  };
}

/** The same after each item was turned into something else. */
export const mapPage = <A, B>(page: Page<A>, map: (item: A) => B): Page<B> => ({
  items: page.items.map(map),
  next: page.next,
});
