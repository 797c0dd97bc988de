import type { WalletChange } from '@evenkeel/contracts';
import type { CustomerId, OrderId } from '@evenkeel/kernel';

export interface Account {
  readonly customerId: CustomerId;
  readonly available: number;
  readonly frozen: number;
  readonly version: number;
}

export type HoldStatus = 'HELD' | 'CONFIRMED' | 'RELEASED' | 'REFUSED';

/** Points and coupon of one order and round; leaves HELD exactly once. */
export interface Hold {
  readonly orderId: OrderId;
  readonly round: number;
  readonly customerId: CustomerId;
  readonly points: number;
  readonly coupon: string | null;
  readonly status: HoldStatus;
  /** Why it was refused. */
  readonly why: Refusal | null;
}

export type Refusal =
  | 'not-enough-points'
  | 'unknown'
  | 'used-up'
  | 'already-used'
  | 'expired'
  | 'released-before';

/** What a paid order did to the wallet, and whether its refund undid it. */
export interface OrderPoints {
  readonly orderId: OrderId;
  readonly customerId: CustomerId;
  readonly spent: number;
  readonly earned: number;
  readonly reversed: boolean;
  readonly returned: number;
  readonly takenBack: number;
  readonly shortfall: number;
}

export interface Coupon {
  readonly code: string;
  readonly useLimit: number | null;
  readonly uses: number;
  readonly expired: boolean;
}

export type Entry = WalletChange['entries'][number] & { readonly customerId: CustomerId };

export const holdKey = (orderId: OrderId, round: number): string => `${orderId}/${round}`;
export const useKey = (code: string, customerId: CustomerId): string => `${code}/${customerId}`;
