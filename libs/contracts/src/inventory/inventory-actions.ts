import { z } from 'zod';
import { idempotencyKey } from '../order/order-actions.js';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { pageOf, pageRequest } from '../shared/paging.js';
import { instant, orderId, sku } from '../shared/values.js';

const movement = z.object({
  kind: z.enum(['supplied', 'adjusted', 'held', 'released', 'confirmed', 'returned']),
  /** Change of on hand and of reserved. */
  onHandDelta: z.int(),
  reservedDelta: z.int(),
  orderId: orderId.nullable(),
  reason: z.string().nullable(),
  version: z.int(),
  at: instant,
});

/** The stock of one SKU: available = onHand − reserved; onHand + sold = supplied + adjusted. */
export const stock = z.object({
  sku,
  onHand: z.int().nonnegative(),
  reserved: z.int().nonnegative(),
  available: z.int().nonnegative(),
  sold: z.int().nonnegative(),
  version: z.int(),
  movements: z.array(movement),
});
export type Stock = z.infer<typeof stock>;

export const getStock = defineQuery('inventory.get-stock', {
  access: 'operator',
  summary: 'The stock of one SKU with its latest 100 movements, or null.',
  input: z.object({ sku }),
  output: stock.nullable(),
});

export const adjustStockResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('adjusted'), stock }),
  z.object({ kind: z.literal('unknown-sku') }),
  z.object({ kind: z.literal('below-reserved'), available: z.int() }),
]);
export type AdjustStockResult = z.infer<typeof adjustStockResult>;

export const adjustStock = defineCommandAction('inventory.adjust-stock', {
  access: 'operator',
  summary: 'Changes what is on hand by `delta` pieces, for a reason, with an audit entry.',
  input: z.object({
    key: idempotencyKey,
    sku,
    delta: z.int().refine((n) => n !== 0 && Math.abs(n) <= 1_000_000, 'a change of 1 to 1,000,000 pieces'),
    reason: z.string().trim().min(1).max(500),
  }),
  output: z.object({ replayed: z.boolean(), result: adjustStockResult }),
});

export const listReservations = defineQuery('inventory.list-reservations', {
  access: 'internal',
  summary: 'Reservation rows in the order of (order, round, SKU), for checks and rebuilds.',
  input: pageRequest.extend({ orderId: orderId.nullish(), status: z.string().nullish() }),
  output: pageOf(
    z.object({
      orderId,
      round: z.int(),
      sku,
      quantity: z.int(),
      status: z.enum(['HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED']),
      returned: z.int(),
      expiresAt: instant,
    }),
  ),
});

export const listStock = defineQuery('inventory.list-stock', {
  access: 'internal',
  summary:
    'Stock rows by SKU with what was supplied, adjusted, sold and returned, for checks and rebuilds; of some SKUs, or of all.',
  input: pageRequest.extend({ skus: z.array(sku).min(1).max(100).nullish() }),
  output: pageOf(
    z.object({
      sku,
      onHand: z.int(),
      reserved: z.int(),
      version: z.int(),
      supplied: z.int(),
      adjusted: z.int(),
      held: z.int(),
      confirmed: z.int(),
      returned: z.int(),
      movements: z.int(),
    }),
  ),
});

export const inventoryActions = [getStock, adjustStock, listReservations, listStock] as const;
