import { newAccount, Shopper } from '../../src/support/shopper.js';
import { signIn } from '../../src/support/sign-in.js';
import { inTurn } from '../load/in-turn.js';
import { pick } from '../load/pick.js';
import { Buyer } from '../orders/buyer.js';
import { prepareWares } from '../orders/prepare-buyers.js';

/** Each session may ask sixty times a second, all of one address together a hundred times as often. */
const GUESTS = 100;
const SESSIONS_OF_ONE = 32;
const ORDERS = 50;

/** Cookies of guests. */
export const guests = (base: string): Promise<string[]> =>
  inTurn({ what: 'guests arrived', count: GUESTS, atOnce: 4 }, async () => {
    const { client } = await Shopper.guest(base);
    return client.cookie;
  });

/** Cookies of one customer with fifty settled orders, who is signed in many times. */
export async function regular(base: string): Promise<string[]> {
  const account = newAccount();
  const { client } = await Shopper.customer(base, account);
  const [buyer, wares] = [new Buyer(base, client.cookie), await prepareWares(base)];
  let turn = 0;
  await buyer.arrive();
  await inTurn({ what: 'orders of a regular', count: ORDERS, atOnce: 1 }, () =>
    buyer.buy(pick(wares, turn++)),
  );
  await buyer.leave();
  await buyer.close();
  return inTurn({ what: 'signed in again', count: SESSIONS_OF_ONE, atOnce: 2 }, async () => {
    const session = await signIn(base, account);
    return session.cookie;
  });
}
