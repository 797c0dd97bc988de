import { eventually } from '../../src/support/eventually.js';
import { Operator } from '../../src/support/operator.js';
import { Shopper } from '../../src/support/shopper.js';
import { Buyer, type Ware } from './buyer.js';

/** More than any run sells. */
const PLENTY = 1_000_000;
const AT_ONCE = 4;

/** Customers of their own, signed up and not yet listening. `onReady` is called for each. */
export async function prepareBuyers(base: string, count: number, onReady: () => void): Promise<Buyer[]> {
  const places = Array.from({ length: count }, (_, place) => place);
  const buyers: Buyer[] = [];
  const work = async () => {
    while (places.pop() !== undefined) {
      const { client } = await Shopper.customer(base);
      buyers.push(new Buyer(base, client.cookie));
      onReady();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return buyers;
}

/** Everything that the shop sells, well in stock, at the price of one piece with its shipping. */
export async function prepareWares(base: string): Promise<readonly Ware[]> {
  const [operator, shopper] = [await Operator.signIn(base), await Shopper.guest(base)];
  const wares: Ware[] = [];
  for (const sku of await eventually(() => skusOf(shopper))) {
    await operator.setAvailable(sku, PLENTY);
    wares.push({ sku, total: await shopper.priceOf([{ sku, quantity: 1 }]) });
  }
  return wares;
}

async function skusOf({ client }: Shopper): Promise<readonly string[]> {
  const answer = await client.ask<{ products: { nodes: { variants: { sku: string }[] }[] } } | null>(
    '{ products(first: 100) { nodes { variants { sku } } } }',
  );
  if (!answer.data) throw new Error(`The shop shows no products: ${JSON.stringify(answer.errors)}`);
  return answer.data.products.nodes.flatMap((product) => product.variants.map(({ sku }) => sku));
}
