import type { WalletChange } from '@evenkeel/contracts';
import type { CustomerId, OrderId } from '@evenkeel/kernel';
import {
  type Account,
  type Coupon,
  type Entry,
  type Hold,
  holdKey,
  type OrderPoints,
  useKey,
} from './benefits.js';

/** A change of a wallet within one step. */
export interface WalletMove {
  readonly kind: Entry['kind'];
  /** Signed change of what can be used. */
  readonly points: number;
  /** Signed change of what is frozen. */
  readonly frozen: number;
  readonly orderId: OrderId | null;
}

export interface Loaded {
  readonly accounts: readonly Account[];
  readonly holds: readonly Hold[];
  readonly orderPoints: readonly OrderPoints[];
  readonly coupons: readonly Coupon[];
  /** Open uses, as code and customer. */
  readonly openUses: readonly { readonly code: string; readonly customerId: CustomerId }[];
}

/** The wallets, holds and coupons that a batch touches, in memory: steps change it, and it is written once. */
export class Book {
  readonly accounts: Map<string, Account>;
  readonly holds: Map<string, Hold>;
  readonly orderPoints: Map<string, OrderPoints>;
  readonly coupons: Map<string, Coupon>;
  readonly openUses: Set<string>;
  readonly entries: Entry[] = [];
  /** Holds that refunded orders had used: their coupons can be used again. */
  readonly undone: Hold[] = [];
  readonly #before: Loaded;
  readonly #newId: () => string;
  readonly #at: string;

  constructor(loaded: Loaded, origin: { readonly newId: () => string; readonly at: string }) {
    this.#before = loaded;
    this.#newId = origin.newId;
    this.#at = origin.at;
    this.accounts = new Map(loaded.accounts.map((a) => [a.customerId, a]));
    this.holds = new Map(loaded.holds.map((h) => [holdKey(h.orderId, h.round), h]));
    this.orderPoints = new Map(loaded.orderPoints.map((p) => [p.orderId, p]));
    this.coupons = new Map(loaded.coupons.map((c) => [c.code, c]));
    this.openUses = new Set(loaded.openUses.map((u) => useKey(u.code, u.customerId)));
  }

  account(customerId: CustomerId): Account {
    return this.accounts.get(customerId) ?? { customerId, available: 0, frozen: 0, version: 0 };
  }

  /** The holds of an order, of whichever round. */
  holdsOf(orderId: OrderId): Hold[] {
    return [...this.holds.values()].filter((hold) => hold.orderId === orderId);
  }

  /** Moves points in a wallet; all moves of one step are one version. Returns null when nothing moves. */
  move(customerId: CustomerId, moves: readonly WalletMove[]): WalletChange | null {
    const real = moves.filter((m) => m.points !== 0 || m.frozen !== 0);
    if (real.length === 0) return null;
    let { available, frozen, version } = this.account(customerId);
    version += 1;
    const entries = real.map((m) => {
      available += m.points;
      frozen += m.frozen;
      return {
        id: this.#newId(),
        kind: m.kind,
        points: m.points,
        balance: available,
        orderId: m.orderId,
        at: this.#at,
      };
    });
    this.accounts.set(customerId, { customerId, available, frozen, version });
    this.entries.push(...entries.map((entry) => ({ ...entry, customerId })));
    return { available, frozen, version, entries };
  }

  useCoupon(code: string, customerId: CustomerId): void {
    this.#countUse(code, 1);
    this.openUses.add(useKey(code, customerId));
  }

  freeCoupon(code: string, customerId: CustomerId): void {
    this.#countUse(code, -1);
    this.openUses.delete(useKey(code, customerId));
  }

  #countUse(code: string, by: 1 | -1): void {
    const coupon = this.coupons.get(code);
    if (!coupon) throw new Error(`Coupon ${code} was not loaded`);
    this.coupons.set(code, { ...coupon, uses: coupon.uses + by });
  }

  /** What differs from what was loaded, with the version that the stored account must still have. */
  changes() {
    const was = new Map(this.#before.accounts.map((a) => [a.customerId as string, a]));
    const holdsWere = new Map(this.#before.holds.map((h) => [holdKey(h.orderId, h.round), h]));
    const pointsWere = new Map(this.#before.orderPoints.map((p) => [p.orderId as string, p]));
    const couponsWere = new Map(this.#before.coupons.map((c) => [c.code, c]));
    return {
      accounts: [...this.accounts.values()]
        .filter((a) => was.get(a.customerId) !== a)
        .map((account) => ({ account, wasVersion: was.get(account.customerId)?.version ?? 0 })),
      holds: [...this.holds.values()]
        .filter((h) => holdsWere.get(holdKey(h.orderId, h.round)) !== h)
        .map((hold) => ({ hold, was: holdsWere.get(holdKey(hold.orderId, hold.round))?.status ?? null })),
      orderPoints: [...this.orderPoints.values()]
        .filter((p) => pointsWere.get(p.orderId) !== p)
        .map((points) => ({ points, isNew: !pointsWere.has(points.orderId) })),
      coupons: [...this.coupons.values()]
        .map((c) => ({ code: c.code, by: c.uses - (couponsWere.get(c.code)?.uses ?? 0) }))
        .filter((c) => c.by !== 0),
      entries: this.entries,
      undone: this.undone,
    };
  }
}
