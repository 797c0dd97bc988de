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
      },
    ],
  );
  return evidence ? [{ class: 'view-drifted', ...about, evidence }] : [];
};

/** S1: an order is shown to its owner. */
export const checkOwner: Check = ({ order, view, orderId }) => {
  if (!order || !view?.customerId || view.customerId === order.customerId) return [];
  const evidence = [
    { side: 'order', says: `is of ${order.customerId}` },
    { side: 'views', says: `shows it to ${view.customerId}` },
  ];
  return [{ class: 'shown-to-another', subject: orderId, orderId, atStake: null, evidence }];
};
