import { v5, v7 } from 'uuid';
import type { Brand } from './brand.js';

/** The order number: a snowflake in decimal, shown to shoppers. */
export type OrderId = Brand<string, 'OrderId'>;
export type Sku = Brand<string, 'Sku'>;
export type ProductId = Brand<string, 'ProductId'>;
/** A shopper: a guest or a customer. A guest keeps the id when they sign up. */
export type CustomerId = Brand<string, 'CustomerId'>;
export type SessionId = Brand<string, 'SessionId'>;
export type AttemptId = Brand<string, 'AttemptId'>;
export type RefundId = Brand<string, 'RefundId'>;
export type ShipmentId = Brand<string, 'ShipmentId'>;
export type JournalId = Brand<string, 'JournalId'>;
export type ReviewId = Brand<string, 'ReviewId'>;
export type EventId = Brand<string, 'EventId'>;
export type CommandId = Brand<string, 'CommandId'>;
export type FaultId = Brand<string, 'FaultId'>;
export type CorrelationId = Brand<string, 'CorrelationId'>;

/** A new UUIDv7 (RFC 9562) under the brand that the caller names: sorted by time, so index pages stay warm. */
export function newId<Id extends Brand<string, string>>(): Id {
  return v7() as Id;
}

const NAMESPACE = '6f1d3c0a-6a5e-5b1e-9c39-1f3f0f6f7c11';

/** An id that is the same every time for the same parts (UUIDv5): for commands that must not happen twice. */
export function derivedId<Id extends Brand<string, string>>(...parts: readonly string[]): Id {
  return v5(parts.join('\u0000'), NAMESPACE) as Id;
}
