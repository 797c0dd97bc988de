import type { Availability, Cart } from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';

/** What is known of the stock of a line; null when nothing is, or the product is gone. */
export async function lineAvailability(
  line: Pick<Cart['lines'][number], 'productId' | 'sku'>,
  { shop }: RequestContext,
): Promise<Availability | null> {
  const view = await shop.products.byId(line.productId);
  return view?.availability.find((a) => a.sku === line.sku) ?? null;
}
