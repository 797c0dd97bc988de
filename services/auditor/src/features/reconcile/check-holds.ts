import { type Check, isOver, isSold, type OrderFile } from '../../difference.js';

/** O4: nothing is held for an order that has ended, or that nobody placed. */
export const checkHolds: Check = (file) => {
  const { order, stock, orderId } = file;
  const held = stock?.rows.filter(({ status }) => status === 'HELD') ?? [];
  if (held.length === 0 || (order !== null && !isOver(file))) return [];
  const says = held
    .map(({ quantity, sku, round }) => `${quantity} × ${sku} held in round ${round}`)
    .join(', ');
  const evidence = [
    { side: 'order', says: order?.state ?? 'never placed' },
    { side: 'inventory', says },
  ];
  return [{ class: 'held-for-nobody', subject: orderId, orderId, atStake: order?.total ?? null, evidence }];
};

const ENDED = ['rejected', 'cancelled', 'expired'];

/** O4: neither points nor a coupon are held for an order that has ended unpaid. */
export const checkBenefits: Check = ({ order, points, orderId }) => {
  if (!order || !points || !ENDED.includes(order.state)) return [];
  if (points.held === 0 && points.coupon === null) return [];
  const evidence = [
    { side: 'order', says: order.state },
    { side: 'loyalty', says: `holds ${points.held} points, and ${points.coupon ?? 'no coupon'}` },
  ];
  return [{ class: 'benefits-held-for-nobody', subject: orderId, orderId, atStake: null, evidence }];
};

/** I6: the pieces that left the shelf for a sold order are those of its lines. */
export const checkStock: Check = (file) => {
  const { order, orderId } = file;
  if (!order || !isSold(file)) return [];
  const wanted = counted(order.lines.map(({ sku, quantity }) => [sku, quantity]));
  const left = counted(confirmed(file).map(({ sku, quantity, returned }) => [sku, quantity - returned]));
  if (wanted === left) return [];
  const evidence = [
    { side: 'order', says: wanted },
    { side: 'inventory', says: left || 'nothing left the shelf' },
  ];
  return [{ class: 'stock-differs', subject: orderId, orderId, atStake: order.total, evidence }];
};

const confirmed = ({ stock }: OrderFile) => stock?.rows.filter(({ status }) => status === 'CONFIRMED') ?? [];

/** Pieces by SKU, as one text. */
function counted(pieces: readonly (readonly [string, number])[]): string {
  const sums = new Map<string, number>();
  for (const [sku, quantity] of pieces) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return [...sums]
    .filter(([, quantity]) => quantity !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sku, quantity]) => `${quantity} × ${sku}`)
    .join(', ');
}
