import { z } from 'zod';
import { idempotencyKey } from '../order/order-actions.js';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { defineEvent } from '../registry/define.js';
import { pageOf, pageRequest } from '../shared/paging.js';
import { prices, productRecord, reviewRecord } from './product.js';

export const productPublished = defineEvent('catalog.product-published', {
  summary:
    'A product is for sale, or changed: the whole record, the version of the aggregate says which is newer.',
  data: productRecord,
});

export const reviewPosted = defineEvent('catalog.review-posted', {
  summary: 'Somebody wrote a review.',
  data: reviewRecord,
});

export const listProducts = defineQuery('catalog.list-products', {
  access: 'internal',
  summary: 'Products with their versions, by id, for checks and rebuilds; one of them, or all.',
  input: pageRequest.extend({ productId: z.uuid().nullish() }),
  output: pageOf(z.object({ product: productRecord, version: z.int() })),
});

export const listReviews = defineQuery('catalog.list-reviews', {
  access: 'internal',
  summary: 'Reviews by id, for checks and rebuilds; those of one product, or all.',
  input: pageRequest.extend({ productId: z.uuid().nullish() }),
  output: pageOf(reviewRecord),
});

export const changePrice = defineCommandAction('catalog.change-price', {
  access: 'operator',
  summary: 'Sets the prices of one SKU and publishes the product again.',
  input: z.object({ key: idempotencyKey, sku: z.string(), prices }),
  output: z.object({
    replayed: z.boolean(),
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed'), version: z.int() }),
      z.object({ kind: z.literal('unknown-sku') }),
    ]),
  }),
});

export const postReview = defineCommandAction('catalog.post-review', {
  access: 'shopper',
  summary: 'Writes a review; one a customer and product. The badge says that they bought it here.',
  input: z.object({
    key: idempotencyKey,
    productId: z.uuid(),
    author: z.string().trim().min(1).max(60),
    rating: z.int().min(1).max(5),
    title: z.string().trim().min(1).max(120),
    body: z.string().trim().min(1).max(4_000),
  }),
  output: z.object({
    replayed: z.boolean(),
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('posted'), review: reviewRecord }),
      z.object({ kind: z.literal('unknown-product') }),
      z.object({ kind: z.literal('already-reviewed') }),
      z.object({ kind: z.literal('guests-cannot') }),
    ]),
  }),
});

export const catalogEvents = [productPublished, reviewPosted] as const;
export const catalogActions = [listProducts, listReviews, changePrice, postReview] as const;
