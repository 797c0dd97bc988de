import { type Model, sorted } from '@evenkeel/testing/model';
import type { HoldStatus } from '../benefits.js';

/** What a story can say to loyalty, of orders and customers by the names they have in it. */
export type BenefitsMessage =
  | { readonly say: 'registered'; readonly customer: string }
  | {
      readonly say: 'hold';
      readonly order: string;
      readonly round: number;
      readonly points: number;
      readonly coupon: boolean;
    }
  | { readonly say: 'release' | 'paid'; readonly order: string; readonly round: number }
  | { readonly say: 'refunding'; readonly order: string };

export const WELCOME = 50;
export const EARNED = 10;
/** What a paid order says that it spends, whatever is held for it. */
export const SPENT = 20;
export const USE_LIMIT = 1;

interface Hold {
  readonly order: string;
  readonly round: number;
  readonly points: number;
  readonly coupon: boolean;
  status: HoldStatus;
  /** Whether the coupon counts as used by it. */
  uses: boolean;
}

interface Paid {
  readonly spent: number;
  readonly earned: number;
  reversed: boolean;
  returned: number;
  takenBack: number;
  shortfall: number;
}

interface Wallet {
  available: number;
  frozen: number;
  version: number;
}

/** What the database holds of a story, all of it sorted. */
export interface BenefitsView {
  /** Customer, available, sum of the entries, frozen, version. */
  readonly wallets: readonly (readonly [string, number, number, number, number])[];
  /**
   * Order, round, points, has a coupon, status. Of two reasons to refuse either may be told, since wallet and coupon
   * are not read at the same moment.
   */
  readonly holds: readonly (readonly [string, number, number, boolean, HoldStatus])[];
  /** Order, spent, earned, reversed, returned, taken back, shortfall. */
  readonly paid: readonly (readonly [string, number, number, boolean, number, number, number])[];
  /** Uses as they are counted, and those that are open. */
  readonly coupon: readonly (readonly [number, number])[];
}

/** The rules of points and coupons, one message after the other; each order belongs to one customer. */
export class BenefitsModel implements Model<BenefitsMessage> {
  readonly #owners: Readonly<Record<string, string>>;
  readonly #wallets = new Map<string, Wallet>();
  readonly #holds: Hold[] = [];
  readonly #paid = new Map<string, Paid>();

  constructor(owners: Readonly<Record<string, string>>) {
    this.#owners = owners;
  }

  copy(): BenefitsModel {
    const copy = new BenefitsModel(this.#owners);
    for (const [customer, wallet] of this.#wallets) copy.#wallets.set(customer, { ...wallet });
    copy.#holds.push(...this.#holds.map((hold) => ({ ...hold })));
    for (const [order, paid] of this.#paid) copy.#paid.set(order, { ...paid });
    return copy;
  }

  isClaimed = () => true;

  take(message: BenefitsMessage): undefined {
    switch (message.say) {
      case 'registered':
        this.#move(message.customer, WELCOME, 0);
        return;
      case 'hold':
        this.#hold(message);
        return;
      case 'release': {
        const { order, round } = message;
        const hold = this.#find(order, round);
        if (hold?.status === 'HELD') this.#move(this.#owner(order), hold.points, -this.#letGo(hold));
        else if (!hold) this.#add({ order, round, points: 0, coupon: false }, 'RELEASED');
        return;
      }
      case 'paid':
        this.#settle(message.order, message.round);
        return;
      case 'refunding':
        this.#reverse(message.order);
    }
  }

  #hold(wanted: BenefitsMessage & { say: 'hold' }): void {
    if (this.#find(wanted.order, wanted.round)) return;
    const customer = this.#owner(wanted.order);
    const isRefused = this.#isRefused(wanted, customer);
    const hold = this.#add(wanted, isRefused ? 'REFUSED' : 'HELD');
    if (isRefused) return;
    hold.uses = wanted.coupon;
    this.#move(customer, -wanted.points, wanted.points);
  }

  #isRefused({ points, coupon }: BenefitsMessage & { say: 'hold' }, customer: string): boolean {
    if (points > this.#wallet(customer).available) return true;
    const uses = this.#holds.filter((hold) => hold.uses);
    const isUsedUp = uses.length >= USE_LIMIT;
    return coupon && (isUsedUp || uses.some(({ order }) => this.#owner(order) === customer));
  }

  #settle(order: string, round: number): void {
    if (this.#paid.has(order)) return;
    const customer = this.#owner(order);
    const hold = this.#find(order, round);
    const isHeld = hold?.status === 'HELD';
    const spent = isHeld ? hold.points : Math.min(SPENT, this.#wallet(customer).available);
    if (isHeld) hold.status = 'CONFIRMED';
    this.#move(customer, EARNED - (isHeld ? 0 : spent), isHeld ? -spent : 0, true);
    const open = { reversed: false, returned: 0, takenBack: 0, shortfall: 0 };
    this.#paid.set(order, { spent, earned: EARNED, ...open });
  }

  #reverse(order: string): void {
    const paid = this.#paid.get(order) ?? { spent: 0, earned: 0, reversed: false };
    if (paid.reversed) return;
    const customer = this.#owner(order);
    const held = this.#holds.filter((hold) => hold.order === order && hold.status === 'HELD');
    const given = held.reduce((sum, hold) => sum + this.#letGo(hold), 0);
    for (const hold of this.#holds) if (hold.order === order) hold.uses = false;
    const returned = paid.spent + given;
    const takenBack = Math.min(paid.earned, this.#wallet(customer).available + returned);
    this.#move(customer, returned - takenBack, -given, returned > 0 || takenBack > 0);
    const shortfall = paid.earned - takenBack;
    this.#paid.set(order, { ...paid, reversed: true, returned, takenBack, shortfall });
  }

  view(): BenefitsView {
    const uses = this.#holds.filter((hold) => hold.uses).length;
    return {
      wallets: sorted(
        [...this.#wallets].map(
          ([customer, { available, frozen, version }]) =>
            [customer, available, available, frozen, version] as const,
        ),
      ),
      holds: sorted(
        this.#holds.map(
          ({ order, round, points, coupon, status }) => [order, round, points, coupon, status] as const,
        ),
      ),
      paid: sorted(
        [...this.#paid].map(
          ([order, { spent, earned, reversed, returned, takenBack, shortfall }]) =>
            [order, spent, earned, reversed, returned, takenBack, shortfall] as const,
        ),
      ),
      coupon: [[uses, uses]],
    };
  }

  #letGo(hold: Hold): number {
    hold.status = 'RELEASED';
    hold.uses = false;
    return hold.points;
  }

  #add(
    { order, round, points, coupon }: Pick<Hold, 'order' | 'round' | 'points' | 'coupon'>,
    status: HoldStatus,
  ): Hold {
    const hold = { order, round, points, coupon, status, uses: false };
    this.#holds.push(hold);
    return hold;
  }

  #move(customer: string, available: number, frozen: number, moves = available !== 0 || frozen !== 0): void {
    if (!moves) return;
    const wallet = this.#wallet(customer);
    const version = wallet.version + 1;
    const moved = { available: wallet.available + available, frozen: wallet.frozen + frozen, version };
    this.#wallets.set(customer, moved);
  }

  #wallet = (customer: string) => this.#wallets.get(customer) ?? { available: 0, frozen: 0, version: 0 };

  #find = (order: string, round: number) =>
    this.#holds.find((hold) => hold.order === order && hold.round === round);

  #owner(order: string): string {
    const owner = this.#owners[order];
    if (owner === undefined) throw new Error(`The story has no order ${order}`);
    return owner;
  }
}
