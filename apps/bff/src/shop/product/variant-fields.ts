import { pointsEarnedBy } from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';
import { moneyOf } from '../money-of.js';
import { choiceOf, chosenValues, pictureOf, stateOf, type VariantSource } from './product-source.js';

const priceOf = ({ variant }: VariantSource, { currency }: RequestContext) =>
  moneyOf(variant.prices[currency], currency);

/** `Variant`. */
export const variantFields = {
  Variant: {
    sku: ({ variant }: VariantSource) => variant.sku,
    options: chosenValues,
    choice: (source: VariantSource, _: unknown, { locale }: RequestContext) => choiceOf(source)[locale],
    price: (source: VariantSource, _: unknown, context: RequestContext) => priceOf(source, context),
    pointsToEarn: (source: VariantSource, _: unknown, context: RequestContext) =>
      pointsEarnedBy(priceOf(source, context)),
    stock: ({ availability }: VariantSource) => stateOf(availability),
    left: ({ availability }: VariantSource) => availability?.left ?? null,
    held: ({ availability }: VariantSource) => availability?.held ?? null,
    picture: ({ variant, product }: VariantSource) => pictureOf(product, variant.picture),
  },
};
