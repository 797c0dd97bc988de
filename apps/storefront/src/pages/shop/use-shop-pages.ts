import type { CombinedError } from '@urql/core';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import type { ProductCardData } from '../../product/card.query.js';
import { firstPage, furtherPage, ShopQuery } from './shop.query.js';
import { changed, type ShopSearch } from './shop-search.js';

interface Further {
  /** The list that these pages belong to; another list starts without them. */
  readonly of: string;
  readonly products: readonly ProductCardData[];
  readonly endCursor: string | null;
  readonly error: CombinedError | undefined;
  readonly busy: boolean;
}

/** The list as far as it is open: what the address asks for in one go, and every page opened since. */
export function useShopPages(search: ShopSearch) {
  const client = useClient();
  const list = JSON.stringify(changed(search, {}));
  // Opening a page writes it into the address; that must not ask for everything again.
  const [opened, setOpened] = useState({ list, page: search.page });
  if (opened.list !== list) setOpened({ list, page: search.page });
  const page = opened.list === list ? opened.page : search.page;

  const variables = firstPage({ ...changed(search, {}), ...(page && { page }) });
  const [{ data, error, fetching, stale }, again] = useQuery({ query: ShopQuery, variables });
  const [kept, setFurther] = useState<Further>();
  const first = data?.products;
  const further = kept?.of === list ? kept : undefined;
  const lastOfFirst = first?.pageInfo.hasNextPage ? (first.pageInfo.endCursor ?? null) : null;
  const endCursor = further ? further.endCursor : lastOfFirst;
  const products = [...(first?.nodes ?? []), ...(further?.products ?? [])];

  const more = async (): Promise<boolean> => {
    if (!endCursor || further?.busy) return false;
    const before: Further = {
      of: list,
      products: further?.products ?? [],
      endCursor,
      error: undefined,
      busy: true,
    };
    setFurther(before);
    const answer = await client.query(ShopQuery, furtherPage(variables, endCursor)).toPromise();
    const next = answer.data?.products;
    if (!next) {
      setFurther({ ...before, error: answer.error, busy: false });
      return false;
    }
    setFurther({
      ...before,
      products: [...before.products, ...next.nodes],
      endCursor: next.pageInfo.hasNextPage ? (next.pageInfo.endCursor ?? null) : null,
      busy: false,
    });
    return true;
  };

  return {
    first,
    products,
    error,
    updating: fetching || stale,
    again: () => again({ requestPolicy: 'network-only' }),
    hasMore: endCursor !== null,
    more,
    moreError: further?.error,
    moreBusy: further?.busy ?? false,
  };
}
