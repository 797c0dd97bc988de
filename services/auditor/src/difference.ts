import type {
  Finding,
  FindingClassName,
  LedgerPart,
  OrderPart,
  PaymentPart,
  PointsPart,
  SettlementLine,
  StockPart,
  ViewPart,
} from '@evenkeel/contracts';
import type { Money, OrderId } from '@evenkeel/kernel';

/** All that anybody holds of one order; null for who does not know it. */
export interface OrderFile {
  readonly orderId: OrderId;
  readonly order: OrderPart | null;
  readonly stock: StockPart | null;
  readonly payment: PaymentPart | null;
  readonly ledger: LedgerPart | null;
  readonly points: PointsPart | null;
  readonly view: ViewPart | null;
  readonly settlement: readonly Settled[];
}

/** A line of the bank's file, and how old it is by the auditor's database clock. */
export type Settled = Pick<SettlementLine, 'kind' | 'reference' | 'amount'> & { readonly ageSeconds: number };

/** What two owners say differently of one subject. */
export interface Difference {
  readonly class: FindingClassName;
  readonly subject: string;
  readonly orderId: OrderId | null;
  readonly atStake: Money | null;
  readonly evidence: Finding['evidence'];
  /**
   * What the reader showed of a subject of which nobody tells how long it has been at rest. Who shows something else at
   * the second look is moving, so that nothing is said of it.
   */
  readonly shown?: string | undefined;
}

/** A check: what is wrong with the file of an order that has been at rest for `graceSeconds`. */
export type Check = (file: OrderFile, graceSeconds: number) => Difference[];

const PAID = 'order.order-paid';
const OVER = ['rejected', 'cancelled', 'expired', 'refunded'] as const;

/** It was paid once, whatever came of it. */
export const wasPaid = ({ order }: OrderFile): boolean =>
  order?.changes.some(({ type }) => type === PAID) ?? false;
/** Paid, and not being undone. */
export const isSold = ({ order }: OrderFile): boolean =>
  order !== null && ['paid', 'fulfilling', 'completed'].includes(order.state);
/** It has no use for goods or money any more. */
export const isOver = ({ order }: OrderFile): boolean =>
  order !== null && OVER.some((state) => state === order.state);

/** In minor units and the currency, such as `1250 USD`; `nothing` for none. */
export const say = (money: Money | null): string =>
  money === null ? 'nothing' : `${money.minor} ${money.currency}`;

/** The sum of amounts by currency, without those that are zero. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<Money['currency'], number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums].flatMap(([currency, minor]) => (minor === 0 ? [] : [{ minor, currency }]));
}

export const negated = ({ minor, currency }: Money): Money => ({ minor: -minor, currency });
