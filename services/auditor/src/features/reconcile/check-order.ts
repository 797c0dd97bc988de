import type { Money } from '@evenkeel/kernel';
import { type Check, isOver, isSold, negated, type OrderFile, say, sumByCurrency } from '../../difference.js';

/** O1: every version was published once, and the order was paid once. */
export const checkHistory: Check = ({ order, orderId }) => {
  if (!order) return [];
  const versions = order.changes.map(({ version }) => version);
  const gapless = versions.every((version, i) => version === i + 2) && versions.length === order.version - 1;
  const paid = order.changes.filter(({ type }) => type === 'order.order-paid').length;
  if (gapless && paid <= 1) return [];
  const says = `version ${order.version}, published 1, ${versions.join(', ')}, paid ${paid} times`;
  return [
    {
      class: 'history-broken',
      subject: orderId,
      orderId,
      atStake: null,
      evidence: [{ side: 'order', says }],
    },
  ];
};

/** O2: what payment holds for an order is what the order was paid, and nothing for one that has ended. */
export const checkPayment: Check = (file) => {
  const { order, payment, ledger, orderId } = file;
  if (!order || (!isSold(file) && !isOver(file))) return [];
  const refunding = payment?.refunds.some(({ state }) => state === 'asked') ?? false;
  if (refunding || ledger?.kinds.includes('bank-correction')) return [];
  const wanted = sumByCurrency(isSold(file) ? [order.total] : keptOf(file));
  const held = sumByCurrency([
    ...(payment?.attempts ?? []).flatMap(({ taken }) => (taken ? [taken] : [])),
    ...(payment?.refunds ?? []).map(({ amount }) => negated(amount)),
  ]);
  if (sumByCurrency([...wanted, ...held.map(negated)]).length === 0) return [];
  const evidence = [
    { side: 'order', says: `${order.state}, keeps ${say(wanted[0] ?? null)}` },
    { side: 'payment', says: `holds ${say(held[0] ?? null)}` },
  ];
  return [
    { class: 'payment-differs', subject: orderId, orderId, atStake: held[0] ?? wanted[0] ?? null, evidence },
  ];
};

/** What an order that ended keeps of the money: what a refund left, for points that were spent. */
const keptOf = ({ order }: OrderFile): Money[] =>
  order?.state === 'refunded' && order.captured && order.refunded
    ? [order.captured, negated(order.refunded)]
    : [];
