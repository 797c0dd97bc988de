import type { AnyAction } from '@evenkeel/contracts';
import type { CallOptions, House } from '@evenkeel/runtime';

type Handler = (input: never, options: CallOptions) => unknown;

/** Stands for the services in pure tests: answers by the name of the action, and checks answers against the contract. */
export function fakeCall(handlers: Readonly<Record<string, Handler>>): House['call'] {
  return async (action: AnyAction, input: unknown, options: CallOptions = {}) => {
    const handler = handlers[action.name] as ((input: unknown, options: CallOptions) => unknown) | undefined;
    if (!handler) throw new Error(`Nobody answers ${action.name} in this test`);
    return action.output.parse(await handler(input, options));
  };
}
