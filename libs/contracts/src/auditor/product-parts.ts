import { z } from 'zod';
import { availability } from '../inventory/inventory-messages.js';
import { defineQuery } from '../registry/action.js';
import { pageOf, pageRequest } from '../shared/paging.js';
import { localized } from '../shared/text.js';

/** Whatever a reader has taken for one. */
export const shownId = z.string().min(1).max(500);
const productId = shownId;
const amounts = z.array(z.int());
/** Some products in the order of their ids: those after one, up to another if that is given. */
const productRange = pageRequest.extend({ upTo: productId.nullish() });

/** Declares the question what a reader shows of each product; all of them are asked alike, one item a product. */
const listProductParts = <Service extends string, Part extends z.ZodType>(service: Service, part: Part) =>
  defineQuery(`${service}.list-product-parts`, {
    access: 'internal',
    summary: `What ${service} shows of each product, by id, for the auditor.`,
    input: productRange,
    output: pageOf(part),
  });

/** What everybody shows of a product. */
const shown = z.object({
  productId,
  /** Of the catalogue's record that it was made from. */
  version: z.int(),
  title: localized,
  /** Of its variants, in minor units. */
  prices: z.object({ CNY: amounts, USD: amounts }),
  rating: z.number(),
  reviews: z.int(),
});

export const searchPart = shown.extend({
  inStock: z.boolean(),
  /** Grows whenever anything of it is written. */
  revision: z.int(),
});
export type SearchPart = z.infer<typeof searchPart>;
export const listProductPartsOfSearch = listProductParts('search', searchPart);

export const shelfPart = shown.extend({
  /** By variant; one of which nothing was heard has version 0. */
  stock: z.array(availability),
  /** Reviews that its page lists; `reviews` is how many were counted. */
  listed: z.int(),
});
export type ShelfPart = z.infer<typeof shelfPart>;
export const listProductPartsOfViews = listProductParts('views', shelfPart);

export const productPartsQueries = [listProductPartsOfSearch, listProductPartsOfViews] as const;
