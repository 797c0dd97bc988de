import type { CouponTerms } from '@evenkeel/contracts';

/** Counts up when a coupon of the house changes. */
export const SEED_VERSION = 1;

/** The coupons that the house always has. */
export const seedCoupons: readonly CouponTerms[] = [
  {
    code: 'STILLWATER',
    title: { en: '5% off everything', zh: '全场九五折' },
    percentOff: 5,
    minimum: { CNY: 0, USD: 0 },
    useLimit: null,
    expiresAt: null,
  },
  {
    code: 'FIRSTLIGHT',
    title: { en: '10% off from $40', zh: '满 ¥280 打九折' },
    percentOff: 10,
    minimum: { CNY: 28_000, USD: 4_000 },
    useLimit: null,
    expiresAt: null,
  },
  {
    code: 'SLACKTIDE',
    title: { en: '20% off from $120, for the first two hundred', zh: '满 ¥850 打八折，限前两百位' },
    percentOff: 20,
    minimum: { CNY: 85_000, USD: 12_000 },
    useLimit: 200,
    expiresAt: null,
  },
];
