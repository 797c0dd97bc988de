import { inject } from 'vitest';
import { Operator } from './operator.js';
import { orderOf, Shopper, type Wish } from './shopper.js';

/** What every scenario begins with. */
export const shop = () => inject('shop');

export async function newShopper(kind: 'guest' | 'customer' = 'guest'): Promise<Shopper> {
  const { gateway } = shop();
  return kind === 'guest' ? Shopper.guest(gateway) : Shopper.customer(gateway);
}

export const operator = () => Operator.signIn(shop().gateway);

export interface Placed {
  readonly shopper: Shopper;
  readonly number: string;
  readonly total: number;
}

export const isSettled = (order: { readonly settled: boolean }): boolean => order.settled;

/** What every new customer begins with. */
export const WELCOME_POINTS = 500;
export const COUPON = 'STILLWATER';

/** A new customer whose welcome points have come. */
export async function welcomed(): Promise<Shopper> {
  const shopper = await newShopper('customer');
  await shopper.untilWallet({ available: WELCOME_POINTS, frozen: 0 });
  return shopper;
}

/** An order that awaits its payment and for which 300 points and the coupon are held. */
export async function placedWithBenefits(lines: readonly Wish[], shopper?: Shopper): Promise<Placed> {
  const who = shopper ?? (await welcomed());
  const benefits = { points: 300, coupon: COUPON };
  const refused = await who.place(lines, { ...benefits, total: { minor: 1, currency: 'USD' } });
  if (!refused.total) throw new Error(`Asking for the price gave ${refused.__typename}`);
  const order = orderOf(await who.place(lines, { ...benefits, total: refused.total }));
  await who.untilWallet({ available: WELCOME_POINTS - 300, frozen: 300 });
  return { shopper: who, number: order.number, total: order.total.minor };
}

/** An order that awaits its payment. */
export async function placed(lines: readonly Wish[], shopper?: Shopper): Promise<Placed> {
  const who = shopper ?? (await newShopper());
  const outcome = await who.place(lines);
  if (!outcome.order) throw new Error(`Placing gave ${JSON.stringify(outcome)}`);
  return { shopper: who, number: outcome.order.number, total: outcome.order.total.minor };
}
