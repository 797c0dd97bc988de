import { isProblem } from '@evenkeel/contracts';
import type { Log, Meter } from '@evenkeel/messaging';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestContext } from '../request/request-context.js';
import { rootOf, visibleError } from './visible-error.js';

/** Masks the errors of every execution, the same way for answers and for the live feed, and logs what was masked. */
export function useHouseErrors(log: Log, meter: Meter): Plugin {
  function show(error: unknown, context: RequestContext): GraphQLError {
    const given =
      error instanceof GraphQLError
        ? error
        : new GraphQLError(String(error), { originalError: error as Error });
    const { error: visible, masked } = visibleError(given, context.request.traceId);
    meter.count('graphql_errors', { code: String(visible.extensions.code) });
    if (masked) {
      const { traceId, cause } = context.request;
      const details = { path: given.path, traceId, correlationId: cause.correlationId };
      const err = rootOf(given);
      // A service that is away is said in one line each time; its own log and the health page say the rest.
      if (isProblem(err, 'house.unavailable'))
        log.warn({ ...details, reason: given.message }, 'A service is away');
      else log.error({ ...details, err }, 'A resolver failed');
    }
    return visible;
  }

  function masked(result: ExecutionResult, context: RequestContext): ExecutionResult {
    if (!result.errors) return result;
    const errors = result.errors.map((error) => show(error, context));
    for (const error of errors) context.reply.failed(error);
    return { ...result, errors };
  }

  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        if (isOne(result)) setResult(masked(result, args.contextValue as unknown as RequestContext));
      },
    }),
    onSubscribe: ({ args }) => {
      const context = args.contextValue as unknown as RequestContext;
      return {
        onSubscribeResult({ result, setResult }) {
          if (isOne(result)) setResult(masked(result, context));
          return {
            onNext: ({ result: next, setResult: setNext }) => {
              if (isOne(next)) setNext(masked(next, context));
            },
          };
        },
      };
    },
  };
}

const isOne = (result: unknown): result is ExecutionResult =>
  typeof result === 'object' && result !== null && !(Symbol.asyncIterator in result);
