import { sumUp } from '../src/support/books.js';
import type { Operator } from '../src/support/operator.js';
import { insist } from '../src/support/stubborn.js';
import { HAD, type Told } from './history.js';

/** Every order that somebody was told of, against the ledger and the attempts to charge for it. */
export async function compareBooks(ops: Operator, told: readonly Told[]): Promise<string[]> {
  const [orders, attempts, journals] = await Promise.all([
    insist(() => ops.everyOrder()),
    insist(() => ops.everyAttempt()),
    insist(() => ops.everyJournal()),
  ]);
  const stateOf = new Map(orders.map(({ orderNumber, state }) => [orderNumber, state]));
  const attemptsOf = byOrder(attempts);
  const journalsOf = byOrder(journals);
  return told.flatMap(({ number }) => {
    const state = stateOf.get(number);
    if (state === undefined) return [`order ${number} is in no list of the operators`];
    const { kinds, unbalanced } = sumUp(journalsOf.get(number) ?? []);
    const sales = kinds.filter((kind) => kind === 'sale').length;
    const captures = (attemptsOf.get(number) ?? []).filter((one) => one.state === 'CAPTURED').length;
    const wrong = unbalanced.map(({ kind, off }) => `the ${kind} of order ${number} is off by ${off}`);
    if (state !== 'REFUNDED' && sales !== (HAD.includes(state) ? 1 : 0))
      wrong.push(`order ${number} is ${state} and has ${sales} sales in the ledger`);
    if (captures > 1) wrong.push(`order ${number} was charged for ${captures} times`);
    return wrong;
  });
}

function byOrder<T extends { readonly orderNumber: string | null }>(things: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    if (thing.orderNumber === null) continue;
    const group = groups.get(thing.orderNumber);
    if (group) group.push(thing);
    else groups.set(thing.orderNumber, [thing]);
  }
  return groups;
}
