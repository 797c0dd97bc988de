import { productRecord, reviewRecord } from '@evenkeel/contracts';
import { z } from 'zod';

/** What the shop sells and what is said about it, read as data: that is what search has to feel right with. */
const goods = z.object({ seedProducts: z.array(productRecord), seedReviews: z.array(reviewRecord) });
const file = new URL('../../../catalog/src/seed/index.ts', import.meta.url);

export const { seedProducts, seedReviews } = goods.parse(await import(file.href));

/** The id of the product with this slug. */
export function idOf(slug: string): string {
  const product = seedProducts.find((each) => each.slug === slug);
  if (!product) throw new Error(`Nothing called ${slug} is sold`);
  return product.id;
}
