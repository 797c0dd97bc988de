import { randomUUID } from 'node:crypto';
import { eventually } from './eventually.js';
import { type OrderSeen, type Outcome, Shopper, type Wish } from './shopper.js';

/** Longer than it takes on a slow machine until processes that die again and again stay. */
const PATIENCE_MS = 120_000;

/**
 * A shopper who does not give up: the same command with the same key again, through errors and silence, until it is
 * answered. What was acknowledged to them once must still be so at the end.
 */
export async function buyStubbornly(
  base: string,
  lines: readonly Wish[],
  total: { minor: number; currency: string },
  how: { readonly shopper?: Shopper; readonly token?: string } = {},
): Promise<Bought> {
  const shopper = how.shopper ?? (await insist(() => Shopper.guest(base)));
  const key = randomUUID();
  const placed = await insist(async () => {
    const answer = await shopper.placeRaw(lines, { key, total });
    return acknowledged(answer.data?.placeOrder, 'placeOrder', answer.status);
  });
  if (!placed.order) throw new Error(`Placing gave ${placed.__typename}`);
  const { number } = placed.order;
  const payKey = randomUUID();
  await shopper.until(number, (order) => order.state !== 'PLACED' && order.state !== 'RESERVED', PATIENCE_MS);
  await insist(() => shopper.pay(number, how.token ?? 'tok_ok', payKey));
  return { shopper, number };
}

export interface Bought {
  readonly shopper: Shopper;
  readonly number: string;
}

export const settledOf = ({ shopper, number }: Bought): Promise<OrderSeen> =>
  insist(() => shopper.until(number, (order) => order.settled, PATIENCE_MS));

function acknowledged(outcome: Outcome | undefined, what: string, status: number): Outcome {
  if (!outcome || outcome.__typename === 'TooBusy') throw new Error(`${what} was not answered (${status})`);
  return outcome;
}

/** Tries again through errors and silence. */
export const insist = <T>(work: () => Promise<T>): Promise<T> => eventually(work, PATIENCE_MS);
