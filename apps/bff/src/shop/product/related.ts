import type { ProductView } from '@evenkeel/contracts';
import { clientError } from '../../graphql/client-error.js';
import type { RequestContext } from '../../request/request-context.js';

const MOST = 20;

/** The popular ones of the same department, without the product itself. */
export async function relatedTo(
  { product }: ProductView,
  { first }: { first: number },
  context: RequestContext,
) {
  if (first < 1 || first > MOST) throw clientError('BAD_USER_INPUT', `related takes first from 1 to ${MOST}`);
  const { locale, currency, shop } = context;
  const found = await shop.search({
    filter: { departments: [product.department] },
    sort: 'popular',
    first: first + 1,
    facets: false,
    locale,
    currency,
  });
  const others = found.ids.map(({ id }) => id).filter((id) => id !== product.id);
  const views = await shop.products.byIds(others.slice(0, first));
  return views.filter((view) => view !== null);
}
