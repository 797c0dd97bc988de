import type { Envelope } from '@evenkeel/kernel';
import type { z } from 'zod';

/** Upcasts data of an old version one step; a message of version n passes through every step from n on. */
export type Upcast = (data: unknown) => unknown;

export interface MessageDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly kind: 'event' | 'command';
  readonly type: Type;
  /** Current version of the shape. */
  readonly version: number;
  /** The service that emits the event, or carries the command out: the first part of the type. */
  readonly owner: string;
  /** What it says, in one sentence; goes into docs/events.md. */
  readonly summary: string;
  readonly data: Schema;
  readonly upcasts: readonly Upcast[];
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds definitions of every shape
export type AnyMessage = MessageDefinition<string, any>;
export type MessageData<D extends AnyMessage> = z.infer<D['data']>;
/** A message of this definition as a consumer gets it. */
export type MessageOf<D extends AnyMessage> = D extends AnyMessage
  ? Envelope<D['type'], MessageData<D>>
  : never;

interface Details<Schema extends z.ZodType> {
  readonly summary: string;
  readonly data: Schema;
  readonly version?: number;
  readonly upcasts?: readonly Upcast[];
}

function define<Type extends string, Schema extends z.ZodType>(
  kind: 'event' | 'command',
  type: Type,
  details: Details<Schema>,
): MessageDefinition<Type, Schema> {
  const owner = type.split('.')[0] ?? type;
  return { kind, type, owner, version: 1, upcasts: [], ...details };
}

/** Declares an event: `service.thing-past-participle`. */
export const defineEvent = <Type extends string, Schema extends z.ZodType>(
  type: Type,
  details: Details<Schema>,
) => define('event', type, details);

/** Declares a durable command: `service.verb-thing`, answered by events of that service. */
export const defineCommand = <Type extends string, Schema extends z.ZodType>(
  type: Type,
  details: Details<Schema>,
) => define('command', type, details);
