import type { Localized, ProductRecord, VariantRecord } from '@evenkeel/contracts';

/** A product as it is written by hand; its id comes from the slug. */
export type ProductSeed = Omit<ProductRecord, 'id'>;

/** Yuan, dollars, pieces in the warehouse, and the picture of this very variant if it has one. */
type Row = readonly [cny: number, usd: number, stock: number, picture?: string];

/** The same text in both languages. */
export function both(en: string, zh: string): Localized {
  return { en, zh };
}

/** The table of facts: label and value, each in English and Chinese. */
export function table(...rows: (readonly [string, string, string, string])[]): ProductRecord['facts'] {
  return rows.map(([en, zh, valueEn, valueZh]) => ({ label: both(en, zh), value: both(valueEn, valueZh) }));
}

/** Pictures as key, English and Chinese description; the first is the cover. */
export function pictures(...rows: (readonly [string, string, string])[]): ProductRecord['pictures'] {
  return rows.map(([key, en, zh]) => ({ key, alt: both(en, zh) }));
}

function sold(
  sku: string,
  options: VariantRecord['options'],
  [cny, usd, stock, picture]: Row,
): VariantRecord {
  const prices = { CNY: Math.round(cny * 100), USD: Math.round(usd * 100) };
  const record = { sku, options, prices, openingStock: stock };
  return picture === undefined ? record : { ...record, picture };
}

/** The only variant of a product without options. */
export function one(sku: string, row: Row): VariantRecord[] {
  return [sold(sku, {}, row)];
}

/**
 * The variants of a product with options. A row is named by one value per option key, parted by blanks and
 * in the order of `optionKeys`; a combination that has no row is not made. The first row is shown first.
 */
export function stocked(
  prefix: string,
  optionKeys: readonly string[],
  rows: Record<string, Row>,
): VariantRecord[] {
  return Object.entries(rows).map(([name, row]) => {
    const values = name.split(' ');
    const options = Object.fromEntries(optionKeys.map((key, i) => [key, values[i] ?? '']));
    return sold([prefix, ...values].join('-').toUpperCase(), options, row);
  });
}
