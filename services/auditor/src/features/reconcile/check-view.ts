import type { OrderPart, ViewPart } from '@evenkeel/contracts';
import { type Check, say } from '../../difference.js';
import { evidenceOf } from './compare.js';

/** R1: the read model of an order says what its owners say. */
export const checkView: Check = ({ order, view, points, orderId }) => {
  if (!order) return [];
  const about = { subject: orderId, orderId, atStake: order.total };
  const pointsEarned = (points?.earned ?? 0) - (points?.takenBack ?? 0);
  const owners = {
    state: order.state,
    version: String(order.version),
    total: say(order.total),
    captured: say(order.captured),
    refunded: say(order.refunded),
    points: String(pointsEarned),
    sale: saleOf(soldBy(order)),
  };
  if (!view) {
    const evidence = [
      { side: 'order', says: `${order.state}, version ${order.version}` },
      { side: 'views', says: 'does not know it' },
    ];
    return [{ class: 'order-unseen', ...about, evidence }];
  }
  const evidence = evidenceOf(
    ['owners', owners],
    [
      'views',
      {
        state: view.state,
        version: String(view.version),
        total: say(view.total),
        captured: say(view.captured),
        refunded: say(view.refunded),
        points: String(view.pointsEarned),
        sale: saleOf(view.sold),
      },
    ],
  );
  return evidence ? [{ class: 'view-drifted', ...about, evidence }] : [];
};

/** What a paid order adds to the sales of the day on which it was paid. */
function soldBy({ soldOn, total, lines, refunded }: OrderPart): ViewPart['sold'] {
  if (soldOn === null) return null;
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const { minor: gross, currency } = total;
  return { day: soldOn, currency, units, gross, refunded: refunded?.minor ?? 0 };
}

const saleOf = (sold: ViewPart['sold']): string =>
  sold
    ? `${sold.units} units for ${sold.gross} ${sold.currency} on ${sold.day}, ${sold.refunded} back`
    : 'none';

/** S1: an order is shown to its owner. */
export const checkOwner: Check = ({ order, view, orderId }) => {
  if (!order || !view?.customerId || view.customerId === order.customerId) return [];
  const evidence = [
    { side: 'order', says: `is of ${order.customerId}` },
    { side: 'views', says: `shows it to ${view.customerId}` },
  ];
  return [{ class: 'shown-to-another', subject: orderId, orderId, atStake: null, evidence }];
};
