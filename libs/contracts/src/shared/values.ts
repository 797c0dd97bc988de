import {
  type AttemptId,
  type CommandId,
  CURRENCIES,
  type CustomerId,
  type FaultId,
  type JournalId,
  type OrderId,
  type RefundId,
  type SessionId,
  type ShipmentId,
  type Sku,
} from '@evenkeel/kernel';
import { z } from 'zod';

/** Brands what the schema has checked; nothing is converted. */
const branded = <Id extends string>(schema: z.ZodString | z.ZodUUID) =>
  schema as unknown as z.ZodType<Id, string>;

/** Digits that a bigint holds. */
export const orderId = branded<OrderId>(
  z.string().regex(/^([1-9][0-9]{0,17}|[1-8][0-9]{18})$/, 'an order number'),
);
export const sku = branded<Sku>(z.string().min(1).max(64));
/** Guests and customers alike; a UUID. */
export const customerId = branded<CustomerId>(z.uuid());
export const faultId = branded<FaultId>(z.uuid());
export const sessionId = branded<SessionId>(z.string().min(1));
export const attemptId = branded<AttemptId>(z.uuid());
export const refundId = branded<RefundId>(z.uuid());
export const shipmentId = branded<ShipmentId>(z.uuid());
export const journalId = branded<JournalId>(z.uuid());
export const commandId = branded<CommandId>(z.uuid());

export const currency = z.enum(CURRENCIES);
/** Whole minor units; may be negative in entries, never in prices. */
export const minorUnits = z.int();
export const money = z.object({ minor: minorUnits, currency });
export const instant = z.iso.datetime();
export const quantity = z.int().positive();
export const skuQuantity = z.object({ sku, quantity });
export type SkuQuantity = z.infer<typeof skuQuantity>;

/** A postal address; `country` is ISO 3166-1 alpha-2. */
export const address = z.strictObject({
  name: z.string().trim().min(1).max(100),
  line1: z.string().trim().min(1).max(200),
  line2: z.string().trim().max(200).nullish(),
  city: z.string().trim().min(1).max(100),
  region: z.string().trim().max(100).nullish(),
  postalCode: z.string().trim().min(1).max(20),
  country: z.string().regex(/^[A-Z]{2}$/),
  phone: z.string().trim().max(40).nullish(),
});
export type Address = z.infer<typeof address>;
