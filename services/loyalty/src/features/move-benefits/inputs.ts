import {
  customerRegistered,
  holdBenefits,
  orderPaid,
  orderRefunding,
  releaseBenefits,
} from '@evenkeel/contracts';
import type { CustomerId, OrderId } from '@evenkeel/kernel';
import { type ItemOf, localInput } from '@evenkeel/messaging';

/** The auditor found more points in a wallet than its order earned; loyalty has looked for itself. */
export const surplusFound = localInput<{
  readonly orderId: OrderId;
  readonly customerId: CustomerId;
  readonly surplus: number;
}>()('loyalty.surplus-found');

/** Everything that moves points and coupons. */
export const moving = [
  holdBenefits,
  releaseBenefits,
  orderPaid,
  orderRefunding,
  customerRegistered,
  surplusFound,
] as const;
export type BenefitsItem = ItemOf<(typeof moving)[number]>;
