import type { CorrelationId, Envelope } from '@evenkeel/kernel';
import { z } from 'zod';
import type { PayloadIssue } from './dead-letters.js';
import { messageByType } from './registry.js';

const envelope = z.object({
  id: z.uuid(),
  type: z.string(),
  version: z.int().positive(),
  occurredAt: z.string(),
  aggregateId: z.string(),
  aggregateVersion: z.int(),
  correlationId: z.string().transform((id) => id as CorrelationId),
  causationId: z.string().nullable(),
  traceparent: z.string().nullable(),
  runId: z.string().optional(),
  data: z.unknown(),
});

/** The message cannot be understood; trying again will not help. `id` is known when at least that could be read. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
  /** Where in the message what is wrong. */
  readonly issues: readonly PayloadIssue[];

  constructor(message: string, options: ErrorOptions & { readonly issues?: readonly PayloadIssue[] } = {}) {
    super(message, options);
    this.issues = options.issues ?? [{ path: [], message }];
  }
}

const issuesOf = (error: z.ZodError, ...within: readonly string[]): PayloadIssue[] =>
  error.issues.map(({ path, message }) => ({ path: [...within, ...path.map(String)], message }));

/**
 * Parses one message of the wire: envelope first, then the data, lifted from older versions step by step.
 * Throws `UnreadableMessage` for an unknown type, a version from the future, or data of another shape.
 */
export function parseMessage(raw: unknown): Envelope {
  const outer = envelope.safeParse(raw);
  if (!outer.success) {
    const issues = issuesOf(outer.error);
    throw new UnreadableMessage(`Not an envelope: ${z.prettifyError(outer.error)}`, { issues });
  }
  const message = outer.data;
  const definition = messageByType.get(message.type);
  if (!definition) throw new UnreadableMessage(`Nobody declared a message ${message.type}`);
  if (message.version > definition.version) {
    throw new UnreadableMessage(
      `${message.type} version ${message.version} is newer than ${definition.version}`,
    );
  }
  const lifted = definition.upcasts
    .slice(message.version - 1)
    .reduce((data, step) => step(data), message.data);
  const data = (definition.data as z.ZodType).safeParse(lifted);
  if (!data.success) {
    const issues = issuesOf(data.error, 'data');
    throw new UnreadableMessage(`${message.type}: ${z.prettifyError(data.error)}`, { issues });
  }
  const { runId, ...rest } = message;
  return { ...rest, ...(runId ? { runId } : {}), data: data.data };
}
