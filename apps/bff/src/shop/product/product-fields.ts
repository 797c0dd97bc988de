import {
  BRANDS,
  DEPARTMENTS,
  type Localized,
  listProductReviews,
  type ProductView,
} from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';
import { connectionOf, type PageArgs } from '../connection.js';
import { moneyOf } from '../money-of.js';
import { bestState, type Option, type Picture, variantsOf } from './product-source.js';
import { relatedTo } from './related.js';

type Labelled = { readonly label: Localized };

/** A text in the caller's language. */
const label = (source: Labelled, _: unknown, { locale }: RequestContext) => source.label[locale];
const text =
  (pick: 'title' | 'summary' | 'story') =>
  ({ product }: ProductView, _: unknown, { locale }: RequestContext) =>
    product[pick][locale];

const pricesIn = ({ product }: ProductView, { currency }: RequestContext) =>
  product.variants.map((v) => v.prices[currency]);

/** `Product` and its parts, over the view of a product. */
export const productFields = {
  Product: {
    id: ({ product }: ProductView) => product.id,
    slug: ({ product }: ProductView) => product.slug,
    title: text('title'),
    summary: text('summary'),
    story: text('story'),
    department: ({ product }: ProductView) => ({
      key: product.department,
      label: DEPARTMENTS[product.department],
    }),
    brand: ({ product }: ProductView) => ({ key: product.brand, label: BRANDS[product.brand] }),
    price: (view: ProductView, _: unknown, context: RequestContext) =>
      moneyOf(Math.min(...pricesIn(view, context)), context.currency),
    priceTo: (view: ProductView, _: unknown, context: RequestContext) =>
      moneyOf(Math.max(...pricesIn(view, context)), context.currency),
    stock: bestState,
    facts: ({ product }: ProductView) => product.facts,
    specs: ({ product }: ProductView) => product.specs,
    options: ({ product }: ProductView) => product.options,
    variants: variantsOf,
    picture: ({ product }: ProductView) => product.pictures[0],
    pictures: ({ product }: ProductView, { first }: { first?: number | null }) =>
      product.pictures.slice(0, first ?? undefined),
    async reviews({ product }: ProductView, { first, after }: PageArgs, context: RequestContext) {
      const page = await context.ask(listProductReviews, {
        productId: product.id,
        first,
        after: after ?? null,
      });
      return connectionOf(page, after);
    },
    related: relatedTo,
    publishedAt: ({ product }: ProductView) => product.publishedAt,
  },
  Department: { label },
  Brand: { label },
  Fact: {
    label,
    value: ({ value }: { value: Localized }, _: unknown, { locale }: RequestContext) => value[locale],
  },
  Spec: { label },
  SpecValue: { label },
  Option: {
    label,
    values: (option: Option) => option.values.map((value) => ({ ...value, option: option.key })),
  },
  OptionValue: { label },
  Picture: {
    alt: ({ alt }: Pick<Picture, 'alt'>, _: unknown, { locale }: RequestContext) => alt[locale],
  },
};
