import { listOrderFacts, orderPaid, Problem, rebookSale } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type House } from '@evenkeel/runtime';
import { selectKinds } from '../../store/ledger-store.js';

interface Parts {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'tell'>;
  readonly call: House['call'];
}

/** Books a sale that is missing, from the event that the order kept: it goes into the lane like the first time. */
export const rebookSaleAction = ({ db, messaging, call }: Parts) =>
  action(rebookSale, async ({ orderId, dryRun }, { commandId, cause }) => {
    const kinds = (await db.query<{ kind: string }>(selectKinds(orderId))).map(({ kind }) => kind);
    const from = kinds.join(', ') || 'no journal';
    if (kinds.includes('sale')) return { needed: false, from, to: from };
    const data = await paidEventOf(call, orderId);
    // Under the id of the command: said twice, it is booked once.
    if (!dryRun)
      await messaging.tell({ kind: 'local', type: orderPaid.type }, data, { id: commandId, cause });
    return { needed: true, from, to: [...kinds, 'sale'].join(', ') };
  });

async function paidEventOf(call: House['call'], orderId: OrderId) {
  const after = (BigInt(orderId) - 1n).toString();
  const { items } = await call(listOrderFacts, { first: 1, after });
  const order = items.find(({ facts }) => facts.orderId === orderId);
  const paid = order?.changes.find(({ type }) => type === orderPaid.type);
  if (!order || !paid) throw new Problem('house.not-found', `Order ${orderId} was never paid`);
  return orderPaid.data.parse({ ...order.facts, ...paid.more });
}
