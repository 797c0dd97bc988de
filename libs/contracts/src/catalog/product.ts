import { z } from 'zod';
import { localized } from '../shared/text.js';
import { brandKeys, departmentKeys } from './house.js';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const minor = z.int().positive();

/** Prices in minor units, one for each currency the shop trades in. */
export const prices = z.strictObject({ CNY: minor, USD: minor });

/** One choice of an option, such as the glaze "sea"; `swatch` is a CSS colour where the choice is one. */
const optionValue = z.strictObject({ key, label: localized, swatch: z.string().optional() });

/** One thing that can be bought: a SKU with its choice for every option of the product. */
export const variant = z.strictObject({
  sku: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/),
  /** Option key to value key; exactly the options of the product. */
  options: z.record(key, key),
  prices,
  /** Pieces in the warehouse when the SKU is first seen; applied once, never again. */
  openingStock: z.int().nonnegative(),
  /** Key of the picture that shows this variant, where it has one of its own. */
  picture: key.optional(),
});
export type VariantRecord = z.infer<typeof variant>;

/** A product as catalog publishes it, whole. Every reader keeps the copy it needs. */
export const productRecord = z.strictObject({
  id: z.uuid(),
  slug: key,
  department: z.enum(departmentKeys),
  brand: z.enum(brandKeys),
  title: localized,
  /** One line for cards and search results. */
  summary: localized,
  /** A paragraph or two for the product page; paragraphs are parted by a blank line. */
  story: localized,
  /** What it is made of, its measures and its care, shown as a table. */
  facts: z.array(z.strictObject({ label: localized, value: localized })).min(2),
  /** What can be filtered by: a key such as "material", its label, and the value with a key of its own. */
  specs: z.array(z.strictObject({ key, label: localized, value: z.strictObject({ key, label: localized }) })),
  options: z.array(z.strictObject({ key, label: localized, values: z.array(optionValue).min(1) })),
  variants: z.array(variant).min(1),
  /** The first one is the cover. `key` names the file and the entry of the picture manifest. */
  pictures: z.array(z.strictObject({ key, alt: localized })).min(1),
  /** Relative: 100 sells about ten times as often as 10. */
  popularity: z.int().positive(),
  publishedAt: z.iso.datetime(),
});
export type ProductRecord = z.infer<typeof productRecord>;

/** A review as it is shown; `author` is the public name, never an address. */
export const reviewRecord = z.strictObject({
  id: z.uuid(),
  productId: z.uuid(),
  author: z.string().min(1).max(60),
  locale: z.enum(['en', 'zh']),
  rating: z.int().min(1).max(5),
  title: z.string().min(1).max(120),
  body: z.string().min(1).max(4_000),
  /** The author bought it here. */
  verified: z.boolean(),
  postedAt: z.iso.datetime(),
});
export type ReviewRecord = z.infer<typeof reviewRecord>;

/** The average of ratings with one decimal, as everybody shows it; 0 without any. */
export const averageRating = ({
  stars,
  count,
}: {
  readonly stars: number;
  readonly count: number;
}): number => (count === 0 ? 0 : Math.round((stars / count) * 10) / 10);
