import { availabilityOf } from '../inventory/availability.js';
import { listStock } from '../inventory/inventory-actions.js';
import type { Availability } from '../inventory/inventory-messages.js';
import type { ActionInput, ActionOutput, AnyAction } from '../registry/action.js';
import { eachPage } from '../shared/paging.js';
import { listProducts, listReviews } from './catalog.js';
import type { ProductRecord, ReviewRecord } from './product.js';

type Call = <A extends AnyAction>(definition: A, input: ActionInput<A>) => Promise<ActionOutput<A>>;

/** All that the owners of one product say of it. */
export interface WholeProduct {
  readonly product: ProductRecord;
  readonly version: number;
  /** Of its variants; one of which inventory knows nothing is left out. */
  readonly stock: readonly Availability[];
  readonly reviews: readonly ReviewRecord[];
}

const FIRST = 100;
/** Under other ids the catalogue has nothing. */
const ID = /^[0-9a-f-]{36}$/;

/** Asks the owners of one product, for whoever builds what is shown of it anew; null for one that nobody owns. */
export async function askForProduct(call: Call, productId: string): Promise<WholeProduct | null> {
  const [owned] = ID.test(productId) ? (await call(listProducts, { first: 1, productId })).items : [];
  if (!owned) return null;
  const skus = owned.product.variants.map(({ sku }) => sku as Availability['sku']);
  const stock = await call(listStock, { first: FIRST, skus });
  const reviews: ReviewRecord[] = [];
  await eachPage(
    (after) => call(listReviews, { first: FIRST, after, productId }),
    (page) => Promise.resolve(reviews.push(...page)),
  );
  return { ...owned, stock: stock.items.map(availabilityOf), reviews };
}
