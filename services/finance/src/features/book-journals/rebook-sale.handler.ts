import { findPublished, listOrderFacts, orderPaid, Problem, rebookSale } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type House } from '@evenkeel/runtime';
import { selectHandled, selectKinds } from '../../store/ledger-store.js';

interface Parts {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'tell'>;
  readonly call: House['call'];
}

/**
 * Books a sale that is missing, from the event that the order kept: it goes into the lane like the first time. If its
 * message may still be on its way, under the id of that, so that the inbox absorbs it when it comes.
 */
export const rebookSaleAction = ({ db, messaging, call }: Parts) =>
  action(rebookSale, async ({ orderId, dryRun }, { commandId, cause }) => {
    const kinds = (await db.query<{ kind: string }>(selectKinds(orderId))).map(({ kind }) => kind);
    const from = kinds.join(', ') || 'no journal';
    if (kinds.includes('sale')) return { needed: false, from, to: from };
    const { data, version } = await paidEventOf(call, orderId);
    const told = await call(findPublished, { orderId, version });
    const handled = told === null || (await db.query(selectHandled(told.messageId))).length > 0;
    const id = handled ? commandId : told.messageId;
    if (!dryRun) await messaging.tell({ kind: 'local', type: orderPaid.type }, data, { id, cause });
    return { needed: true, from, to: [...kinds, 'sale'].join(', ') };
  });

async function paidEventOf(call: House['call'], orderId: OrderId) {
  const after = (BigInt(orderId) - 1n).toString();
  const { items } = await call(listOrderFacts, { first: 1, after });
  const order = items.find(({ facts }) => facts.orderId === orderId);
  const paid = order?.changes.find(({ type }) => type === orderPaid.type);
  if (!order || !paid) throw new Problem('house.not-found', `Order ${orderId} was never paid`);
  return { data: orderPaid.data.parse({ ...order.facts, ...paid.more }), version: paid.version };
}
