import { ORDER_STATES, ORDER_TRANSITIONS } from '@evenkeel/contracts';
import type { Money } from '@evenkeel/kernel';
import { type Check, isOver, isSold, negated, type OrderFile, say, sumByCurrency } from '../../difference.js';
import { movedAtBank, movedHere } from './moved.js';

const isGapless = ({ version, changes }: NonNullable<OrderFile['order']>): boolean =>
  changes.every((change, i) => change.version === i + 2) && changes.length === version - 1;

/** O1: every version was published once, and the order was paid once. */
export const checkHistory: Check = ({ order, orderId }) => {
  if (!order) return [];
  const versions = order.changes.map(({ version }) => version);
  const paid = order.changes.filter(({ type }) => type === 'order.order-paid').length;
  if (isGapless(order) && paid <= 1) return [];
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

/** O1: each state follows the one before it. */
export const checkTransitions: Check = ({ order, orderId }) => {
  if (!order || !isGapless(order)) return [];
  const states = ['placed' as const, ...order.changes.flatMap(({ type }) => stateOf(type) ?? [])];
  const wrong = states.findIndex((to, i) => {
    const from = states[i - 1];
    return from !== undefined && from !== to && !ORDER_TRANSITIONS[from].includes(to);
  });
  if (wrong === -1) return [];
  const evidence = [{ side: 'order', says: `was ${states.join(', ')}` }];
  return [{ class: 'transition-illegal', subject: orderId, orderId, atStake: null, evidence }];
};

const stateOf = (type: string) => ORDER_STATES.find((state) => type === `order.order-${state}`);

/** P1: of all that was charged for an order, one charge at most was kept, here and at the bank. */
export const checkCaptures: Check = (file) => {
  const { payment, settlement, orderId } = file;
  if (!payment || payment.refunds.some(({ state }) => state === 'asked')) return [];
  const here = payment.attempts.filter((attempt) => movedHere(file, attempt).length > 0);
  const references = [...new Set(settlement.map(({ reference }) => reference))];
  const there = references.filter((reference) => movedAtBank(file, reference).length > 0);
  if (here.length <= 1 && there.length <= 1) return [];
  const evidence = [
    {
      side: 'payment',
      says: `keeps ${here.length} charges: ${here.map(({ attemptId }) => attemptId).join(', ')}`,
    },
    { side: 'bank', says: `keeps ${there.length} charges: ${there.join(', ')}` },
  ];
  return [{ class: 'captured-twice', subject: orderId, orderId, atStake: here[1]?.taken ?? null, evidence }];
};

/** S2: the total is what the lines and the terms add up to. */
export const checkPrice: Check = ({ order, orderId }) => {
  if (!order) return [];
  const { lines, price, total } = order;
  const subtotal = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  const wanted = subtotal - price.discount - price.pointsValue + price.shipping;
  if (subtotal === price.subtotal && wanted === total.minor) return [];
  const evidence = [
    { side: 'lines', says: `${subtotal}, and ${wanted} with discount, points and shipping` },
    { side: 'order', says: `${price.subtotal}, and ${total.minor} in all` },
  ];
  return [{ class: 'price-differs', subject: orderId, orderId, atStake: total, evidence }];
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
