import type { CouponTerms } from '@evenkeel/contracts';
import type { Statement } from '@evenkeel/postgres';

/** Writes the terms of coupons; an older version changes nothing. */
export const upsertCoupons = (coupons: readonly CouponTerms[], version: number): Statement => ({
  name: 'coupons-upsert',
  text: `insert into coupons as c (code, terms, use_limit, expires_at, version)
select k, t, l, e, $5 from unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[]) n(k, t, l, e)
on conflict (code) do update set terms = excluded.terms, use_limit = excluded.use_limit,
  expires_at = excluded.expires_at, version = excluded.version where c.version < excluded.version`,
  values: [
    coupons.map((c) => c.code),
    coupons.map((c) => JSON.stringify(c)),
    coupons.map((c) => c.useLimit),
    coupons.map((c) => c.expiresAt),
    version,
  ],
});
