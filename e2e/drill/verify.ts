import { booksOf } from '../src/support/books.js';
import { eventually } from '../src/support/eventually.js';
import type { StockSeen } from '../src/support/operator.js';
import { insist } from '../src/support/stubborn.js';
import { type ErrandRun, type Promised, SKU } from './errands.js';
import type { Stage } from './stage.js';

/** Time enough for sweepers, redeliveries and restarts with a growing delay. */
const CONVERGES_WITHIN_MS = 60_000;

export interface Before {
  readonly stock: StockSeen;
  readonly deadLetters: number;
}

/** Asked patiently: what died in the drill before may still be missed. */
export const booksBefore = ({ ops }: Stage): Promise<Before> =>
  insist(async () => ({ stock: await ops.stock(SKU), deadLetters: (await ops.deadLetters()).length }));

/** Everything that was promised is so, in every book; waits until it is, and fails with the last difference. */
export async function verify(stage: Stage, before: Before, ran: ErrandRun): Promise<void> {
  for (const promised of ran.promised) await eventually(() => kept(stage, promised), CONVERGES_WITHIN_MS);
  await eventually(async () => {
    const sold = ran.promised.filter(({ ends }) => ends === 'PAID').length;
    const { stock } = before;
    const now = await stage.ops.stock(SKU);
    same('stock', pick(now), {
      onHand: stock.onHand - sold,
      reserved: stock.reserved,
      sold: stock.sold + sold,
    });
    same('accounts that are off', await stage.ops.unbalanced(), []);
    same('dead letters', (await stage.ops.deadLetters()).length, before.deadLetters + ran.deadLetters);
  }, CONVERGES_WITHIN_MS);
}

const pick = ({ onHand, reserved, sold }: StockSeen) => ({ onHand, reserved, sold });

/** One order: its page, the attempts to charge for it, the journals, the wallet. */
async function kept({ ops }: Stage, { shopper, number, ends }: Promised): Promise<void> {
  const order = await shopper.order(number);
  if (!order) throw new Error(`Order ${number} is not known`);
  same(
    `order ${number}`,
    order.state === 'FULFILLING' || order.state === 'COMPLETED' ? 'PAID' : order.state,
    ends,
  );
  if (ends === 'PAID') same(`order ${number} settled`, order.settled, true);
  const attempts = await ops.attempts(number);
  const captures = attempts.filter((state) => state === 'CAPTURED').length;
  const isPaid = ends === 'PAID' || ends === 'REFUNDED';
  same(`captures of ${number}`, captures, isPaid ? 1 : 0);
  const { kinds } = await booksOf(ops, number);
  for (const kind of ['sale', 'capture'])
    same(`journals of kind ${kind} of ${number}`, kinds.filter((one) => one === kind).length, isPaid ? 1 : 0);
  same(`refunded of ${number}`, order.refunded.minor, ends === 'REFUNDED' ? order.total.minor : 0);
  same(`points held for ${number}`, (await shopper.wallet())?.frozen, 0);
}

function same<T>(what: string, found: T, wanted: T): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: ${a} and not ${b}`);
}
