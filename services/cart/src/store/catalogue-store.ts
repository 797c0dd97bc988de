import type { CouponTerms } from '@evenkeel/contracts';
import type { Redis } from 'ioredis';
import type { CatalogueEntry, KnownCoupon } from '../cart.js';

const CATALOGUE = 'cart:catalogue:1';
const COUPONS = 'cart:coupons:1';
const FILLED = 'cart:filled:1';

/** Writes a field unless a newer version is there. */
const KEEP_NEWEST = `
for i = 1, #ARGV, 3 do
  local known = redis.call('hget', KEYS[1], ARGV[i])
  if not known or cjson.decode(known).version < tonumber(ARGV[i + 1]) then
    redis.call('hset', KEYS[1], ARGV[i], ARGV[i + 2])
  end
end
return 1`;

/** The cart service's own copy of what is for sale, in Redis, where every instance of it finds the same. */
export interface CatalogueStore {
  entries(skus: readonly string[]): Promise<Map<string, CatalogueEntry>>;
  coupon(code: string): Promise<KnownCoupon | null>;
  keepEntries(entries: readonly CatalogueEntry[]): Promise<void>;
  keepCoupons(coupons: readonly { terms: CouponTerms; version: number }[]): Promise<void>;
  /** False on a new or emptied Redis: the copy has to be fetched from the owners. */
  isFilled(): Promise<boolean>;
  markFilled(): Promise<void>;
}

export function catalogueStore(redis: Redis): CatalogueStore {
  const keep = async (key: string, fields: readonly { field: string; version: number; value: object }[]) => {
    if (fields.length === 0) return;
    const args = fields.flatMap(({ field, version, value }) => [
      field,
      String(version),
      JSON.stringify(value),
    ]);
    await redis.eval(KEEP_NEWEST, 1, key, ...args);
  };
  return {
    async entries(skus) {
      if (skus.length === 0) return new Map();
      const values = await redis.hmget(CATALOGUE, ...skus);
      return new Map(
        values.flatMap((value) => {
          if (value === null) return [];
          const entry = JSON.parse(value) as CatalogueEntry;
          return [[entry.line.sku as string, entry] as const];
        }),
      );
    },
    async coupon(code) {
      const value = await redis.hget(COUPONS, code);
      return value === null ? null : (JSON.parse(value) as KnownCoupon);
    },
    keepEntries: (entries) =>
      keep(
        CATALOGUE,
        entries.map((entry) => ({ field: entry.line.sku, version: entry.version, value: entry })),
      ),
    keepCoupons: (coupons) =>
      keep(
        COUPONS,
        coupons.map(({ terms, version }) => ({ field: terms.code, version, value: { ...terms, version } })),
      ),
    isFilled: async () => (await redis.exists(FILLED)) === 1,
    async markFilled() {
      await redis.set(FILLED, '1');
    },
  };
}
