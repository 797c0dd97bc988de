import type { CouponTerms, OrderLine, VariantRecord } from '@evenkeel/contracts';
import type { Statement } from '@evenkeel/postgres';

/** What the order service keeps of a SKU: the line it would become, with prices in all currencies. */
export interface CatalogueEntry {
  readonly line: Omit<OrderLine, 'quantity' | 'unitPrice'>;
  readonly prices: VariantRecord['prices'];
}

export const selectCatalogue = (skus: readonly string[]): Statement => ({
  name: 'catalogue-select',
  text: 'select sku, line from catalogue where sku = any($1::text[])',
  values: [skus],
});

export const selectCoupons = (codes: readonly string[]): Statement => ({
  name: 'coupons-select',
  text: 'select code, terms from coupons where code = any($1::text[])',
  values: [codes],
});

export const readEntries = (rows: readonly { sku: string; line: string }[]): Map<string, CatalogueEntry> =>
  new Map(rows.map((row) => [row.sku, JSON.parse(row.line) as CatalogueEntry]));

export const readCoupons = (rows: readonly { code: string; terms: string }[]): Map<string, CouponTerms> =>
  new Map(rows.map((row) => [row.code, JSON.parse(row.terms) as CouponTerms]));

export interface CatalogueRow {
  readonly productId: string;
  readonly version: number;
  readonly entry: CatalogueEntry;
}

/** Keeps the newest version of every SKU. */
export const upsertCatalogue = (rows: readonly CatalogueRow[]): Statement => ({
  name: 'catalogue-upsert',
  text: `insert into catalogue as c (sku, product_id, version, line)
select * from unnest($1::text[], $2::uuid[], $3::int[], $4::text[])
on conflict (sku) do update set version = excluded.version, line = excluded.line where c.version < excluded.version`,
  values: [
    rows.map((r) => r.entry.line.sku),
    rows.map((r) => r.productId),
    rows.map((r) => r.version),
    rows.map((r) => JSON.stringify(r.entry)),
  ],
});

export const upsertCoupons = (rows: readonly { terms: CouponTerms; version: number }[]): Statement => ({
  name: 'coupons-upsert',
  text: `insert into coupons as c (code, version, terms) select * from unnest($1::text[], $2::int[], $3::text[])
on conflict (code) do update set version = excluded.version, terms = excluded.terms where c.version < excluded.version`,
  values: [
    rows.map((r) => r.terms.code),
    rows.map((r) => r.version),
    rows.map((r) => JSON.stringify(r.terms)),
  ],
});
