import { useQuery } from 'urql';
import { ProductsBySlug } from './by-slug.query.js';
import { isWide } from './wide.js';

/** Up to six products by name, in that order; those that are no longer for sale are left out. */
export function useProductsBySlug(slugs: readonly string[]) {
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = slugs;
  const [{ data, error, fetching }, again] = useQuery({
    query: ProductsBySlug,
    variables: { a, b, c, d, e, f, wide: isWide() },
    pause: slugs.length === 0,
  });
  const found = data ? [data.a, data.b, data.c, data.d, data.e, data.f] : undefined;
  return {
    products: found?.filter((product) => product !== null),
    error,
    fetching,
    again: () => again({ requestPolicy: 'network-only' }),
  };
}
