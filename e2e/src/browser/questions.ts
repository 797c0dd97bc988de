import type { Shopper } from '../support/shopper.js';

interface Amount {
  readonly minor: number;
}

/** What an order came to, in the shopper's own words of it. */
export interface Bill {
  readonly lines: readonly { readonly sku: string; readonly title: string; readonly quantity: number }[];
  readonly subtotal: Amount;
  readonly discount: Amount;
  readonly shipping: Amount;
  readonly pointsValue: Amount;
  readonly total: Amount;
  readonly coupon: string | null;
  readonly pointsSpent: number;
  readonly pointsToEarn: number;
}

const BILL = `lines { sku title quantity } subtotal { minor } discount { minor } shipping { minor }
  pointsValue { minor } total { minor } coupon pointsSpent pointsToEarn`;

export async function billOf(shopper: Shopper, number: string): Promise<Bill> {
  const { data } = await shopper.client.ask<{ order: Bill | null }>(
    `query ($number: ID!) { order(number: $number) { ${BILL} } }`,
    { number },
  );
  if (!data.order) throw new Error(`The shop does not know order ${number} of this shopper`);
  return data.order;
}

/** What a search says of the stock of one variant. */
export async function shelfOf(shopper: Shopper, words: string, sku: string) {
  const { data } = await shopper.client.ask<{ products: { nodes: { variants: Shelf[] }[] } }>(
    'query ($words: String!) { products(search: $words) { nodes { variants { sku stock left } } } }',
    { words },
  );
  const found = data.products.nodes.flatMap((product) => product.variants).find((one) => one.sku === sku);
  return found && { stock: found.stock, left: found.left };
}

interface Shelf {
  readonly sku: string;
  readonly stock: string;
  readonly left: number | null;
}
