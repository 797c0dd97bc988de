import { inject } from 'vitest';
import { Operator } from './operator.js';
import { Shopper, type Wish } from './shopper.js';

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

/** An order that awaits its payment. */
export async function placed(lines: readonly Wish[], shopper?: Shopper): Promise<Placed> {
  const who = shopper ?? (await newShopper());
  const outcome = await who.place(lines);
  if (!outcome.order) throw new Error(`Placing gave ${JSON.stringify(outcome)}`);
  return { shopper: who, number: outcome.order.number, total: outcome.order.total.minor };
}
