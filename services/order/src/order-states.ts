import { ORDER_STATES, ORDER_TRANSITIONS, type OrderStateName } from '@evenkeel/contracts';

/** A step tried to change a state in a way that the table does not know: a fault of the program. */
export class IllegalTransition extends Error {
  override readonly name = 'IllegalTransition';
}

export function checkTransition(from: OrderStateName, to: OrderStateName): void {
  if (!ORDER_TRANSITIONS[from].includes(to))
    throw new IllegalTransition(`An order cannot go from ${from} to ${to}`);
}

/** Checked at start: every state is reachable from `placed`, and `refunded` absorbs. */
export function validateTransitions(): void {
  const reached = new Set<OrderStateName>(['placed']);
  for (const state of reached) for (const next of ORDER_TRANSITIONS[state]) reached.add(next);
  const lost = ORDER_STATES.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new IllegalTransition(`No order ever gets to ${lost.join(', ')}`);
}
