import { ORDER_STATES, type OrderStateName } from '@evenkeel/contracts';

/** Every legal change of state. What is not here cannot happen. */
export const TRANSITIONS: Readonly<Record<OrderStateName, readonly OrderStateName[]>> = {
  placed: ['reserved', 'awaiting-payment', 'rejected', 'cancelled', 'expired'],
  reserved: ['awaiting-payment', 'rejected', 'cancelled', 'expired'],
  'awaiting-payment': ['paid', 'cancelled', 'expired'],
  paid: ['fulfilling', 'refunding'],
  fulfilling: ['completed', 'refunding'],
  completed: ['refunding'],
  // Money that came after the end: decisions.md 2 names the only exits.
  rejected: ['refunding'],
  cancelled: ['refunding'],
  expired: ['paid', 'refunding'],
  refunding: ['refunded'],
  refunded: [],
};

/** A step tried to change a state in a way that the table does not know: a fault of the program. */
export class IllegalTransition extends Error {
  override readonly name = 'IllegalTransition';
}

export function checkTransition(from: OrderStateName, to: OrderStateName): void {
  if (!TRANSITIONS[from].includes(to))
    throw new IllegalTransition(`An order cannot go from ${from} to ${to}`);
}

/** Checked at start: every state is reachable from `placed`, and `refunded` absorbs. */
export function validateTransitions(): void {
  const reached = new Set<OrderStateName>(['placed']);
  for (const state of reached) for (const next of TRANSITIONS[state]) reached.add(next);
  const lost = ORDER_STATES.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new IllegalTransition(`No order ever gets to ${lost.join(', ')}`);
}
