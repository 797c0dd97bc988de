import type {
  Availability,
  Localized,
  ProductRecord,
  ProductView,
  StockStateName,
  VariantRecord,
} from '@evenkeel/contracts';

export type Option = ProductRecord['options'][number];
export type OptionValue = Option['values'][number] & { readonly option: string };
export type Picture = ProductRecord['pictures'][number];

/** One variant with the product it belongs to and what is known of its stock. */
export interface VariantSource {
  readonly variant: VariantRecord;
  readonly product: ProductRecord;
  readonly availability: Availability | null;
}

export function variantsOf({ product, availability }: ProductView): VariantSource[] {
  const known = new Map<string, Availability>(availability.map((a) => [a.sku, a]));
  return product.variants.map((variant) => ({
    variant,
    product,
    availability: known.get(variant.sku) ?? null,
  }));
}

/** What inventory has not spoken of yet cannot be bought yet. */
export const stateOf = (availability: Availability | null): StockStateName =>
  availability?.state ?? 'sold-out';

const BEST_FIRST = ['in-stock', 'low', 'sold-out'] as const satisfies readonly StockStateName[];

/** The best state that any variant has. */
export function bestState(view: ProductView): StockStateName {
  const states = new Set(variantsOf(view).map((v) => stateOf(v.availability)));
  return BEST_FIRST.find((state) => states.has(state)) ?? 'sold-out';
}

/** The chosen value of each option, in the order of the product's options. */
export function chosenValues({ variant, product }: VariantSource): OptionValue[] {
  return product.options.flatMap((option) => {
    const value = option.values.find((v) => v.key === variant.options[option.key]);
    return value ? [{ ...value, option: option.key }] : [];
  });
}

/** The choice in words: "Sea, 52 cm"; Chinese parts with its own comma. */
export function choiceOf(source: VariantSource): Localized | { en: ''; zh: '' } {
  const labels = chosenValues(source).map((v) => v.label);
  return { en: labels.map((l) => l.en).join(', '), zh: labels.map((l) => l.zh).join('，') };
}

export function pictureOf(product: ProductRecord, key: string | undefined): Picture | null {
  return product.pictures.find((p) => p.key === key) ?? null;
}
