import { eventually } from '../src/support/eventually.js';
import type { Shopper } from '../src/support/shopper.js';

export interface Shown {
  readonly slug: string;
  readonly variants: readonly { readonly sku: string }[];
}

/** Every product that the shop shows; waits until it shows some. */
export function productsOf({ client }: Shopper): Promise<readonly Shown[]> {
  return eventually(async () => {
    const { data, errors } = await client.ask<{ products: { nodes: Shown[] } } | null>(
      '{ products(first: 100) { nodes { slug variants { sku } } } }',
    );
    const shown = data?.products.nodes ?? [];
    if (shown.length === 0) throw new Error(`The shop shows no products: ${JSON.stringify(errors)}`);
    return shown;
  });
}
