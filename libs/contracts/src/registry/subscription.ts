import type { AnyMessage } from './define.js';

/**
 * How the effect stands repetition and disorder (decisions.md 27): a `projection` keeps the last state and guards
 * by version; `commutative` effects are claimed in the inbox and come out the same in any order.
 */
export type Effect = 'projection' | 'commutative';

/** One durable consumer: some message types of one stream, followed by one service. */
export interface Subscription {
  /** `consumer__what-it-does`. */
  readonly durable: string;
  readonly consumer: string;
  readonly effect: Effect;
  readonly messages: readonly AnyMessage[];
}

/** Declares a subscription; all its messages must be of one kind and owner, since a durable reads one stream. */
export function subscription<const M extends readonly AnyMessage[]>(
  durable: `${string}__${string}`,
  effect: Effect,
  messages: M,
): Subscription & { readonly messages: M } {
  const streams = new Set(messages.map((m) => `${m.kind}/${m.owner}`));
  if (streams.size !== 1)
    throw new Error(`${durable} reads ${streams.size} streams; a durable reads exactly one`);
  return { durable, consumer: durable.split('__')[0] ?? durable, effect, messages };
}
