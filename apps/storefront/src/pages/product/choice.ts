type StockState = 'IN_STOCK' | 'LOW' | 'SOLD_OUT';

interface Variant {
  readonly sku: string;
  readonly options: readonly { readonly option: string; readonly key: string }[];
  readonly stock: StockState;
  readonly price: { readonly minor: number };
}

interface Option {
  readonly key: string;
  readonly values: readonly { readonly key: string }[];
}

/** The variant a page opens with: the one its address names, else the first that can be bought. */
export function openingVariant<V extends Variant>(
  variants: readonly V[],
  sku: string | undefined,
): V | undefined {
  return (
    variants.find((variant) => variant.sku === sku) ??
    variants.find((variant) => variant.stock !== 'SOLD_OUT') ??
    variants[0]
  );
}

function choiceFor(variant: Variant, option: string): string | undefined {
  return variant.options.find((value) => value.option === option)?.key;
}

/** The variant that differs from this one only in one option, if it is made. */
export function withValue<V extends Variant>(
  variants: readonly V[],
  chosen: V,
  option: string,
  value: string,
): V | undefined {
  return variants.find((variant) =>
    chosen.options.every(
      ({ option: other, key }) => choiceFor(variant, other) === (other === option ? value : key),
    ),
  );
}

export type ValueState<V> =
  | { readonly kind: 'made'; readonly variant: V; readonly soldOut: boolean }
  /** Not made with the other choices; `instead` is the nearest variant that has this value, if any is made. */
  | { readonly kind: 'not-made'; readonly instead: V | undefined };

/** What a value of an option means beside the other choices: to be had, sold out, or not made at all. */
export function valueState<V extends Variant>(
  variants: readonly V[],
  chosen: V,
  option: string,
  value: string,
): ValueState<V> {
  const variant = withValue(variants, chosen, option, value);
  if (variant) return { kind: 'made', variant, soldOut: variant.stock === 'SOLD_OUT' };
  const sameChoices = (other: V) =>
    chosen.options.filter(({ option: name, key }) => choiceFor(other, name) === key).length;
  const instead = variants
    .filter((other) => choiceFor(other, option) === value)
    .sort(
      (a, b) =>
        Number(a.stock === 'SOLD_OUT') - Number(b.stock === 'SOLD_OUT') || sameChoices(b) - sameChoices(a),
    )[0];
  return { kind: 'not-made', instead };
}

/** Whether the values of an option differ in price beside the other choices; only then a price stands on each. */
export function pricedApart<V extends Variant>(variants: readonly V[], chosen: V, option: Option): boolean {
  const prices = option.values.map(({ key }) => withValue(variants, chosen, option.key, key)?.price.minor);
  return new Set(prices.filter((price) => price !== undefined)).size > 1;
}

interface LabelledOption extends Option {
  readonly values: readonly { readonly key: string; readonly label: string }[];
}

/** What is chosen for all options but one, in words. */
export function otherChoices(options: readonly LabelledOption[], chosen: Variant, but: string): string[] {
  return options
    .filter((option) => option.key !== but)
    .flatMap((option) => option.values.filter(({ key }) => key === choiceFor(chosen, option.key)))
    .map(({ label }) => label);
}
