import type { AccountName, JournalKind } from '@evenkeel/contracts';
import type { Currency } from '@evenkeel/kernel';
import { type Model, REFUSED, sorted } from '@evenkeel/testing/model';

/** What a story can say to finance of an order by the name it has there; also what nobody may do to the books. */
export type LedgerMessage =
  | { readonly say: 'captured' | 'mismatched'; readonly order: string }
  | { readonly say: 'bank-refunded'; readonly order: string; readonly ofMismatch: boolean }
  /** `captured` is what the order says it was paid with; anything but its total cannot be booked. */
  | { readonly say: 'paid'; readonly order: string; readonly captured: number }
  | {
      readonly say: 'refunded';
      readonly order: string;
      readonly wasPaid: boolean;
      readonly shortfall: number;
    }
  | { readonly say: 'earned' | 'reversed'; readonly order: string; readonly points: number }
  | { readonly say: 'granted'; readonly points: number }
  | { readonly say: 'tamper'; readonly sql: string };

/** Each order of a story is of this price, in its own currency. */
export const PRICE = { subtotal: 2_000, discount: 100, shipping: 60, pointsValue: 50, total: 1_910 };
export const FEE = 20;
export const TAKEN_BY_MISTAKE = 5;
export const CURRENCIES: Readonly<Record<string, Currency>> = { one: 'USD', two: 'CNY' };
/** What a point is worth, in minor units. */
const WORTH: Readonly<Record<Currency, number>> = { USD: 1, CNY: 7 };

/** Order, kind, currency, and the amounts by account; sorted. */
export type JournalView = readonly [
  string | null,
  JournalKind,
  Currency,
  readonly (readonly [AccountName, number])[],
];

type Entries = Partial<Record<AccountName, number>>;

/** The books, one message after the other: journals that balance, nothing ever changed, one sale an order. */
export class LedgerModel implements Model<LedgerMessage> {
  readonly #journals: JournalView[] = [];

  copy(): LedgerModel {
    const copy = new LedgerModel();
    copy.#journals.push(...this.#journals);
    return copy;
  }

  isClaimed = () => true;

  take(message: LedgerMessage): typeof REFUSED | undefined {
    switch (message.say) {
      case 'captured':
        return this.#book(message.order, 'capture', {
          'bank-clearing': PRICE.total - FEE,
          'bank-fees': FEE,
          'customer-deposits': -PRICE.total,
        });
      case 'mismatched':
        return this.#book(message.order, 'suspense', {
          'bank-clearing': TAKEN_BY_MISTAKE,
          suspense: -TAKEN_BY_MISTAKE,
        });
      case 'bank-refunded':
        return message.ofMismatch
          ? this.#book(message.order, 'suspense-refund', {
              suspense: TAKEN_BY_MISTAKE,
              'bank-clearing': -TAKEN_BY_MISTAKE,
            })
          : this.#book(message.order, 'refund', {
              'customer-deposits': PRICE.total,
              'bank-clearing': -PRICE.total,
            });
      case 'paid':
        return this.#book(message.order, 'sale', { ...this.#sale(message.captured, 1) });
      case 'refunded':
        if (!message.wasPaid) return undefined;
        return this.#book(message.order, 'sale-reversal', {
          ...this.#sale(PRICE.total - message.shortfall, -1),
          'points-expense': -message.shortfall,
        });
      case 'earned':
        return this.#points(message.order, 'points-earned', message.points);
      case 'reversed':
        return this.#points(message.order, 'points-reversal', -message.points);
      case 'granted':
        return this.#points(null, 'points-granted', message.points);
      case 'tamper':
        return REFUSED;
    }
  }

  view(): JournalView[] {
    return sorted(this.#journals);
  }

  #sale = (captured: number, sign: 1 | -1): Entries => ({
    'customer-deposits': sign * captured,
    'coupon-expense': sign * PRICE.discount,
    'points-liability': sign * PRICE.pointsValue,
    sales: -sign * PRICE.subtotal,
    shipping: -sign * PRICE.shipping,
  });

  #points(order: string | null, kind: JournalKind, points: number) {
    const value = points * WORTH[order === null ? 'USD' : this.#currency(order)];
    return this.#book(order, kind, { 'points-expense': value, 'points-liability': -value });
  }

  #book(order: string | null, kind: JournalKind, entries: Entries): typeof REFUSED | undefined {
    const rows = (Object.entries(entries) as [AccountName, number][]).filter(([, amount]) => amount !== 0);
    const isBalanced = rows.reduce((sum, [, amount]) => sum + amount, 0) === 0;
    const isOnce = kind === 'sale' || kind === 'sale-reversal';
    const isThere = this.#journals.some(([of, was]) => of === order && was === kind);
    if (!isBalanced || (isOnce && isThere)) return REFUSED;
    const currency = order === null ? 'USD' : this.#currency(order);
    if (rows.length > 0) this.#journals.push([order, kind, currency, sorted(rows)]);
    return undefined;
  }

  #currency(order: string): Currency {
    const currency = CURRENCIES[order];
    if (!currency) throw new Error(`The story has no order ${order}`);
    return currency;
  }
}
