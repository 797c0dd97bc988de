import { type Availability, BRANDS, DEPARTMENTS, type Locale, type ProductRecord } from '@evenkeel/contracts';

/** What shoppers may know of a SKU. */
export type StockPart = Pick<Availability, 'state' | 'left'>;

/** How many reviews a product has, and how many stars they gave in sum. */
export interface RatingPart {
  readonly count: number;
  readonly stars: number;
}

/** How far the versions of a document are lifted. */
export interface LiftPart {
  readonly by: number;
}

/** What the catalogue says of a product, in the form in which it is searched. */
export interface ProductPart {
  readonly skus: readonly string[];
  readonly face: Face;
}

export type Face = Record<Locale, FaceText> & {
  readonly productId: string;
  readonly slug: string;
  readonly department: string;
  readonly brand: string;
  readonly colours: readonly string[];
  readonly specs: readonly string[];
  /** Prices of all variants, in minor units. */
  readonly price: Record<'CNY' | 'USD', readonly number[]>;
  readonly popularity: number;
  readonly publishedAt: string;
};

export interface FaceText {
  readonly title: string;
  /** What it is called beside its title: workshop, department, materials, colours. */
  readonly names: readonly string[];
  readonly summary: string;
  /** Every word about it. */
  readonly all: readonly string[];
  /** What somebody would begin to type. */
  readonly typed: readonly string[];
}

/** The spec whose values are the colours of the house. */
export const COLOUR = 'colour';

/** A spec and its value as one word of the index. */
export const specToken = (key: string, value: string): string => `${key}:${value}`;

/** Takes from the record what can be found, filtered and sorted by. */
export function productPart(product: ProductRecord): ProductPart {
  const { variants, specs } = product;
  return {
    skus: variants.map(({ sku }) => sku),
    face: {
      productId: product.id,
      slug: product.slug,
      department: product.department,
      brand: product.brand,
      colours: specs.filter(({ key }) => key === COLOUR).map(({ value }) => value.key),
      specs: specs.map(({ key, value }) => specToken(key, value.key)),
      price: {
        CNY: variants.map(({ prices }) => prices.CNY),
        USD: variants.map(({ prices }) => prices.USD),
      },
      popularity: product.popularity,
      publishedAt: product.publishedAt,
      en: faceText(product, 'en'),
      zh: faceText(product, 'zh'),
    },
  };
}

function faceText(product: ProductRecord, locale: Locale): FaceText {
  const title = product.title[locale];
  const summary = product.summary[locale];
  const brand = BRANDS[product.brand][locale];
  const names = [
    brand,
    DEPARTMENTS[product.department][locale],
    ...product.specs.map(({ value }) => value.label[locale]),
    ...product.options.flatMap(({ values }) => values.map(({ label }) => label[locale])),
  ];
  const facts = product.facts.map(({ value }) => value[locale]);
  return {
    title,
    names: [...new Set(names)],
    summary,
    all: [title, ...new Set(names), summary, ...facts, product.story[locale]],
    typed: [title, brand],
  };
}
