import type { AnyMessage, MessageData } from '@evenkeel/contracts';
import { type Cause, type Clock, type Envelope, type EventId, isoNow, newId } from '@evenkeel/kernel';
import { childSpan } from './trace.js';

/** What a message is about, beside its data. */
export interface Subject<Data> {
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly data: Data;
  /** When it happened, where the owner keeps that itself; else the process's clock says. */
  readonly occurredAt?: string;
}

/** A new message of this definition, caused by `cause`, in an envelope with an id of its own. */
export function newMessage<D extends AnyMessage>(
  definition: D,
  subject: Subject<MessageData<D>>,
  origin: { readonly cause: Cause; readonly clock: Clock },
): Envelope {
  const { cause, clock } = origin;
  return {
    id: newId<EventId>(),
    type: definition.type,
    version: definition.version,
    occurredAt: subject.occurredAt ?? isoNow(clock),
    aggregateId: subject.aggregateId,
    aggregateVersion: subject.aggregateVersion,
    correlationId: cause.correlationId,
    causationId: cause.id,
    traceparent: cause.traceparent ? childSpan(cause.traceparent) : null,
    ...(cause.runId ? { runId: cause.runId } : {}),
    data: subject.data as unknown,
  };
}

/** What the next message takes over from this one. */
export function causeOf(message: Envelope): Cause {
  return {
    id: message.id,
    correlationId: message.correlationId,
    traceparent: message.traceparent,
    ...(message.runId ? { runId: message.runId } : {}),
  };
}
