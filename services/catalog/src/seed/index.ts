import type { ProductRecord, ReviewRecord } from '@evenkeel/contracts';
import { derivedId, type ProductId, type ReviewId } from '@evenkeel/kernel';
import { daysAgo } from './calendar.js';
import { products } from './products.js';
import { reviews } from './reviews.js';

function productId(slug: string): ProductId {
  return derivedId<ProductId>('product', slug);
}

/** The goods of the house. The same on every machine and on every run: ids come from the slugs. */
export const seedProducts: ProductRecord[] = products.map((seed) => ({ id: productId(seed.slug), ...seed }));

/** What people said about them. */
export const seedReviews: ReviewRecord[] = Object.entries(reviews).flatMap(([slug, shelf]) =>
  shelf.map(({ by, stars, daysAgo: age, elsewhere, ...review }) => ({
    id: derivedId<ReviewId>('review', slug, by, review.title),
    productId: productId(slug),
    author: by,
    rating: stars,
    verified: elsewhere !== true,
    postedAt: daysAgo(age),
    ...review,
  })),
);
