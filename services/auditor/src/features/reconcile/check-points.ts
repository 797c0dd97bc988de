import { pointsValue } from '@evenkeel/contracts';
import { type Check, isSold } from '../../difference.js';

/** Y2: the entries of a wallet have what its order earned, less what its refund took back, once. */
export const checkPoints: Check = (file) => {
  const { order, points, orderId } = file;
  if (!order || (!points && !isSold(file))) return [];
  const earned = points?.earned ?? 0;
  const owed = isSold(file) ? order.pointsToEarn : earned - (points?.takenBack ?? 0);
  const entered = points?.entered ?? 0;
  if (entered === owed) return [];
  const evidence = [
    { side: 'order', says: `${order.state}, earns ${order.pointsToEarn} points` },
    { side: 'loyalty', says: `${entered} points entered, ${owed} owed` },
  ];
  return [
    {
      class: entered > owed ? 'points-twice' : 'points-missing',
      subject: orderId,
      orderId,
      atStake: pointsValue(Math.abs(entered - owed), order.total.currency),
      evidence,
    },
  ];
};
