import { type CallerClaims, Problem } from '@evenkeel/contracts';
import { type CommandId, type CorrelationId, newId } from '@evenkeel/kernel';

/** The context that an action gets from the broker, for a test that calls it without one. */
export const actionContextOf = (caller: CallerClaims | null = null, commandId = newId<CommandId>()) => ({
  caller,
  requireCaller() {
    if (!caller) throw new Problem('house.not-signed-in', 'This call needs an identity token');
    return caller;
  },
  commandId,
  remainingMs: 5_000,
  cause: { id: null, correlationId: newId<CorrelationId>(), traceparent: null },
});
