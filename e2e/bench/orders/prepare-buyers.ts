import { Operator } from '../../src/support/operator.js';
import { Shopper } from '../../src/support/shopper.js';
import { inTurn } from '../load/in-turn.js';
import { pick } from '../load/pick.js';
import { productsOf } from '../shop-window.js';
import { Buyer, type Ware } from './buyer.js';

/** More than any run sells. */
const PLENTY = 1_000_000;

/** Customers of their own, with the welcome points, signed up and not yet listening. */
export const prepareBuyers = (base: string, count: number): Promise<Buyer[]> =>
  // Each takes a whole core for as long as its password is hashed.
  inTurn({ what: 'shoppers signed up', count, atOnce: 2 }, async () => {
    const { client } = await Shopper.customer(base);
    return new Buyer(base, client.cookie);
  });

/** Everything that the shop sells, well in stock, at the price of one piece with its shipping. */
export async function prepareWares(base: string): Promise<readonly Ware[]> {
  const [operator, shopper] = [await Operator.signIn(base), await Shopper.guest(base)];
  const products = await productsOf(shopper);
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
  let turn = 0;
  return inTurn({ what: 'wares stocked and priced', count: skus.length, atOnce: 1 }, async () => {
    const sku = pick(skus, turn++);
    await operator.setAvailable(sku, PLENTY);
    return { sku, total: await shopper.priceOf([{ sku, quantity: 1 }]) };
  });
}
