import type { BankState } from './bank.js';
import type { FinanceState } from './finance.js';
import type { FulfilmentState } from './fulfilment.js';
import type { InventoryState } from './inventory.js';
import type { LoyaltyState } from './loyalty.js';
import type { OrderState } from './order.js';
import type { PaymentState } from './payment.js';

/** What the database of each part holds. */
export interface States {
  readonly order: OrderState;
  readonly inventory: InventoryState;
  readonly payment: PaymentState;
  readonly bank: BankState;
  readonly loyalty: LoyaltyState;
  readonly fulfilment: FulfilmentState;
  readonly finance: FinanceState;
}

export type PartName = keyof States;
export const PART_NAMES = [
  'order',
  'inventory',
  'payment',
  'bank',
  'loyalty',
  'fulfilment',
  'finance',
] as const satisfies readonly PartName[];
