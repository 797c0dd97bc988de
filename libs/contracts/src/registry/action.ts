import type { z } from 'zod';

/**
 * Who may call: `shopper` needs an identity token (guests have one), `operator` one of an operator,
 * `internal` is for our own services on the bus and is never reachable from a door.
 */
export type Access = 'shopper' | 'operator' | 'internal';

export interface ActionDefinition<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  /** `command` changes something, carries a command id and a deadline and is never retried blindly; `query` only reads. */
  readonly kind: 'command' | 'query';
  readonly name: Name;
  readonly access: Access;
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds definitions of every shape
export type AnyAction = ActionDefinition<string, any, any>;
export type ActionInput<A extends AnyAction> = z.input<A['input']>;
export type ActionParsed<A extends AnyAction> = z.output<A['input']>;
export type ActionOutput<A extends AnyAction> = z.infer<A['output']>;

type Details<I extends z.ZodType, O extends z.ZodType> = Pick<
  ActionDefinition<string, I, O>,
  'access' | 'summary' | 'input' | 'output'
>;

/** Declares a request/reply action that changes something. */
export function defineCommandAction<N extends string, I extends z.ZodType, O extends z.ZodType>(
  name: N,
  details: Details<I, O>,
): ActionDefinition<N, I, O> {
  return { kind: 'command', name, ...details };
}

/** Declares a request/reply action that only reads. */
export function defineQuery<N extends string, I extends z.ZodType, O extends z.ZodType>(
  name: N,
  details: Details<I, O>,
): ActionDefinition<N, I, O> {
  return { kind: 'query', name, ...details };
}
