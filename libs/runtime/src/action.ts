import {
  type ActionOutput,
  type ActionParsed,
  type AnyAction,
  type CallerClaims,
  Problem,
} from '@evenkeel/contracts';
import type { Cause, CommandId } from '@evenkeel/kernel';
import { z } from 'zod';

/** Everything about a call but its input. */
export interface ActionContext {
  /** From the signed identity token; null for internal calls without one. */
  readonly caller: CallerClaims | null;
  /** The caller, or `house.not-signed-in`. */
  requireCaller(): CallerClaims;
  readonly commandId: CommandId;
  /** Milliseconds the caller will still wait. */
  readonly remainingMs: number;
  readonly cause: Cause;
}

/** A contract with the function that keeps it. */
export interface ServedAction {
  readonly definition: AnyAction;
  readonly run: (input: unknown, context: ActionContext) => Promise<unknown>;
}

/** Binds a contract to a handler: the input is parsed and the access checked before it. */
export function action<A extends AnyAction>(
  definition: A,
  handler: (input: ActionParsed<A>, context: ActionContext) => Promise<ActionOutput<A>>,
): ServedAction {
  return {
    definition,
    async run(input, context) {
      checkAccess(definition, context);
      const parsed = (definition.input as z.ZodType<ActionParsed<A>>).safeParse(input);
      if (!parsed.success) {
        throw new Problem('house.invalid-input', z.prettifyError(parsed.error), {
          issues: parsed.error.issues.map((issue) => ({
            path: issue.path.map(String),
            message: issue.message,
          })),
        });
      }
      return handler(parsed.data, context);
    },
  };
}

function checkAccess(definition: AnyAction, context: ActionContext): void {
  if (definition.access === 'internal') return;
  const caller = context.requireCaller();
  if (definition.access === 'operator' && caller.kind !== 'operator') {
    throw new Problem('house.forbidden', 'Only operators may do this');
  }
}
