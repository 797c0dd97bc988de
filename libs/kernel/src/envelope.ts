import type { CorrelationId } from './ids.js';

/** What every event and durable command carries around its data. */
export interface Envelope<Type extends string = string, Data = unknown> {
  /** UUIDv7; the inbox of every consumer knows the message by it. */
  readonly id: string;
  readonly type: Type;
  /** Version of the shape of `data`, from 1. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly occurredAt: string;
  /** The thing the message is about (an order number, a SKU, …). */
  readonly aggregateId: string;
  /** The version of that thing after the change; gapless for one producer and aggregate. */
  readonly aggregateVersion: number;
  /** The same through a whole shopper's request and all that follows from it. */
  readonly correlationId: CorrelationId;
  /** Id of the message or command that caused this one. */
  readonly causationId: string | null;
  /** W3C Trace Context of the span that produced the message. */
  readonly traceparent: string | null;
  /** Set while an experiment of the lab runs, and only on its own messages. */
  readonly runId?: string;
  readonly data: Data;
}

/** What a new message takes over from its cause. */
export interface Cause {
  readonly id: string | null;
  readonly correlationId: CorrelationId;
  readonly traceparent: string | null;
  readonly runId?: string;
}
