import { type Check, say } from '../../difference.js';

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
  const seen: typeof owners = {
    state: view.state,
    version: String(view.version),
    total: say(view.total),
    captured: say(view.captured),
    refunded: say(view.refunded),
    points: String(view.pointsEarned),
  } as typeof owners;
  const different = (Object.keys(owners) as (keyof typeof owners)[]).filter(
    (name) => owners[name] !== seen[name],
  );
  if (different.length === 0) return [];
  const told = (of: typeof owners) => different.map((name) => `${name} ${of[name]}`).join(', ');
  const evidence = [
    { side: 'owners', says: told(owners) },
    { side: 'views', says: told(seen) },
  ];
  return [{ class: 'view-drifted', ...about, evidence }];
};
