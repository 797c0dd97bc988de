import { type CouponTerms, couponPublished } from '@evenkeel/contracts';
import { handles, localInput } from '@evenkeel/messaging';
import { upsertCoupons } from '../../store/coupon-store.js';

/** Makes coupons known; said once for each version of a coupon. */
export const publishCoupons = localInput<{
  readonly coupons: readonly CouponTerms[];
  readonly version: number;
}>()('loyalty.publish-coupons');

export const publishCouponsHandler = handles([publishCoupons], async (items, work) => {
  for (const item of items) {
    const { coupons, version } = item.data;
    work.write(upsertCoupons(coupons, version));
    for (const terms of coupons) {
      work.emit(couponPublished, { aggregateId: terms.code, aggregateVersion: version, data: terms }, item);
    }
  }
});
