import type { CustomerId, OrderId } from '@evenkeel/kernel';
import {
  type Account,
  type Coupon,
  type Hold,
  holdKey,
  type OrderPoints,
} from '../../../services/loyalty/src/benefits.js';
import { Book } from '../../../services/loyalty/src/book.js';
import { decideBatch } from '../../../services/loyalty/src/features/move-benefits/decide-batch.js';
import type { BenefitsItem } from '../../../services/loyalty/src/features/move-benefits/inputs.js';
import type { Part } from '../checker/model.js';
import { NOON } from './clock.js';
import { itemOf, streamed } from './letters.js';

interface Use {
  readonly orderId: OrderId;
  readonly code: string;
  readonly customerId: CustomerId;
  readonly open: boolean;
}

/** The tables of loyalty, by key. */
export interface LoyaltyState {
  readonly accounts: Readonly<Record<CustomerId, Account>>;
  readonly holds: Readonly<Record<string, Hold>>;
  readonly orderPoints: Readonly<Record<OrderId, OrderPoints>>;
  readonly coupons: Readonly<Record<string, Coupon>>;
  readonly uses: Readonly<Record<string, Use>>;
  /** The entries summed up: points of each customer, and how many of a kind each order has. */
  readonly sums: Readonly<Record<CustomerId, number>>;
  readonly entries: Readonly<Record<string, number>>;
}

const TERMS = { welcomePoints: 0 };

export const loyalty: Part<LoyaltyState> = {
  receive(state, message) {
    const pages = {
      accounts: Object.values(state.accounts),
      holds: Object.values(state.holds),
      orderPoints: Object.values(state.orderPoints),
      coupons: Object.values(state.coupons),
      openUses: Object.values(state.uses).filter(({ open }) => open),
    };
    const book = new Book(pages, { newId: () => 'entry', at: NOON });
    const said = decideBatch(book, [itemOf<BenefitsItem>(message)], TERMS);
    // Where a wallet stands is for those who show it; only the ways to get there would be told apart by it.
    const letters = said.flatMap(({ definition, subject }) =>
      streamed(definition, { ...(subject.data as object), wallet: null }),
    );
    return { state: save(state, book.changes()), letters };
  },
  tell: ({ accounts, holds }) =>
    [
      ...Object.values(accounts).map(({ available, frozen }) => `${available} points and ${frozen} frozen`),
      ...Object.values(holds).map(({ orderId, round, status }) => `${orderId}/${round} ${status}`),
    ].join(', ') || 'no benefits',
};

function save(state: LoyaltyState, changes: ReturnType<Book['changes']>): LoyaltyState {
  const holds = changes.holds.map(({ hold }) => hold);
  const accounts = changes.accounts.map(({ account }) => ({ ...account, version: 1 }));
  return {
    accounts: { ...state.accounts, ...Object.fromEntries(accounts.map((one) => [one.customerId, one])) },
    holds: {
      ...state.holds,
      ...Object.fromEntries(holds.map((one) => [holdKey(one.orderId, one.round), one])),
    },
    orderPoints: {
      ...state.orderPoints,
      ...Object.fromEntries(changes.orderPoints.map(({ points }) => [points.orderId, points])),
    },
    coupons: { ...state.coupons, ...countUses(state.coupons, changes.coupons) },
    uses: saveUses(state.uses, holds, changes.undone),
    ...sumUp(state, changes.entries),
  };
}

const countUses = (coupons: LoyaltyState['coupons'], counted: readonly { code: string; by: number }[]) =>
  Object.fromEntries(
    counted.map(({ code, by }) => {
      const known = coupons[code];
      if (!known) throw new Error(`There is no coupon ${code}`);
      return [code, { ...known, uses: known.uses + by }];
    }),
  );

/** As the store writes them: a use is open while its hold stands, until its order is undone. */
function saveUses(uses: LoyaltyState['uses'], holds: readonly Hold[], undone: readonly Hold[]) {
  const next: Record<string, Use> = { ...uses };
  for (const { orderId, round, coupon: code, customerId, status } of holds) {
    const open = status === 'HELD' || status === 'CONFIRMED';
    if (code !== null && status !== 'REFUSED')
      next[holdKey(orderId, round)] = { orderId, code, customerId, open };
  }
  for (const { orderId, round } of undone) {
    const key = holdKey(orderId, round);
    if (next[key]) next[key] = { ...next[key], open: false };
  }
  return next;
}

function sumUp({ sums, entries }: LoyaltyState, added: ReturnType<Book['changes']>['entries']) {
  const next = { sums: { ...sums }, entries: { ...entries } };
  for (const { customerId, points, kind, orderId } of added) {
    next.sums[customerId] = (next.sums[customerId] ?? 0) + points;
    next.entries[`${kind} ${orderId}`] = (next.entries[`${kind} ${orderId}`] ?? 0) + 1;
  }
  return next;
}
