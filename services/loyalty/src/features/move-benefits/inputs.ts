import {
  customerRegistered,
  holdBenefits,
  orderPaid,
  orderRefunding,
  releaseBenefits,
} from '@evenkeel/contracts';
import type { ItemOf } from '@evenkeel/messaging';

/** Everything that moves points and coupons. */
export const moving = [holdBenefits, releaseBenefits, orderPaid, orderRefunding, customerRegistered] as const;
export type BenefitsItem = ItemOf<(typeof moving)[number]>;
