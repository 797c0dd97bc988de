import { type Check, isOver, isSold, say, wasPaid } from '../../difference.js';

/** Money that is taken and neither earned nor given back waits here. */
const WAITING = ['customer-deposits', 'suspense'];

/** L7: a paid order has its sale in the books, and nothing waits there for an order that is settled. */
export const checkBooks: Check = (file) => {
  const { order, ledger, orderId } = file;
  if (!order) return [];
  const kinds = ledger?.kinds ?? [];
  const says = kinds.join(', ') || 'no journal';
  const evidence = [
    { side: 'order', says: `${order.state}, ${say(order.captured)} captured` },
    { side: 'finance', says },
  ];
  if (wasPaid(file) && !kinds.includes('sale'))
    return [{ class: 'sale-missing', subject: orderId, orderId, atStake: order.total, evidence }];
  if ((!isSold(file) && !isOver(file)) || kinds.includes('bank-correction')) return [];
  const waiting = (ledger?.balances ?? []).filter(
    ({ account, balance }) => WAITING.includes(account) && balance !== 0,
  );
  return waiting.slice(0, 1).map(({ account, balance, currency }) => ({
    class: 'deposits-open' as const,
    subject: orderId,
    orderId,
    atStake: { minor: Math.abs(balance), currency },
    evidence: [...evidence, { side: account, says: say({ minor: balance, currency }) }],
  }));
};

/** L7: a sale is booked once, and reversed once if the order was paid and is refunded. */
export const checkReversal: Check = (file) => {
  const { order, ledger, orderId } = file;
  if (!order || !ledger || order.state === 'refunding') return [];
  const [sales, reversals] = (['sale', 'sale-reversal'] as const).map(
    (kind) => ledger.kinds.filter((one) => one === kind).length,
  );
  const wanted = order.state === 'refunded' && wasPaid(file) ? 1 : 0;
  if ((sales ?? 0) <= 1 && reversals === wanted) return [];
  const evidence = [
    { side: 'order', says: `${order.state}, so ${wanted} reversals` },
    { side: 'finance', says: `${sales} sales, ${reversals} reversals` },
  ];
  return [{ class: 'reversal-differs', subject: orderId, orderId, atStake: order.total, evidence }];
};
