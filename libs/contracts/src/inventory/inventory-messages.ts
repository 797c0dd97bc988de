import { z } from 'zod';
import { defineCommand, defineEvent } from '../registry/define.js';
import { orderId, sku, skuQuantity } from '../shared/values.js';

/** Orders are held in rounds: a late payment may try once more after everything was given back (decisions.md 1, 2). */
export const round = z.int().min(1);

export const STOCK_STATES = ['in-stock', 'low', 'sold-out'] as const;
export const stockState = z.enum(STOCK_STATES);
export type StockStateName = z.infer<typeof stockState>;

/** From this many pieces down, shoppers are told the number. */
export const LOW_STOCK = 5;

/** What shoppers may know of a SKU. */
export const availability = z.object({
  sku,
  state: stockState,
  /** Pieces left, only when low. */
  left: z.int().nullable(),
  /** Pieces held for other orders, only when low or sold out. */
  held: z.int().nullable(),
  /** Version of the stock row; a projection keeps the highest. */
  version: z.int().nonnegative(),
});
export type Availability = z.infer<typeof availability>;

export const reserveStock = defineCommand('inventory.reserve-stock', {
  summary: 'Hold every line of the order, or none.',
  data: z.object({ orderId, round, lines: z.array(skuQuantity).min(1), holdSeconds: z.int().positive() }),
});

export const confirmStock = defineCommand('inventory.confirm-stock', {
  summary: 'Take what is held in this round off the shelf: the order was paid, and its first hold was gone.',
  data: z.object({ orderId, round }),
});

export const releaseReason = z.enum(['cancelled', 'expired', 'rejected', 'refunded']);
export type ReleaseReason = z.infer<typeof releaseReason>;

export const releaseStock = defineCommand('inventory.release-stock', {
  summary: 'Give back what is held for the order, also if the hold never happened.',
  data: z.object({ orderId, round, reason: releaseReason }),
});

export const stockReserved = defineEvent('inventory.stock-reserved', {
  summary: 'Every line of the order is held.',
  data: z.object({ orderId, round }),
});

export const stockRefused = defineEvent('inventory.stock-refused', {
  summary: 'Nothing is held for the order, since at least one line is short.',
  data: z.object({
    orderId,
    round,
    /** Empty when a cancel came before the try, so that there is nothing to hold for. */
    shortages: z.array(z.object({ sku, wanted: z.int(), available: z.int() })),
  }),
});

export const stockReleased = defineEvent('inventory.stock-released', {
  summary: 'What was held for the order is for sale again.',
  data: z.object({ orderId, round }),
});

export const stockConfirmed = defineEvent('inventory.stock-confirmed', {
  summary: 'What was held for the paid order has left the shelf.',
  data: z.object({ orderId, round }),
});

export const stockConfirmRefused = defineEvent('inventory.stock-confirm-refused', {
  summary: 'The order is paid but its hold is gone; the order must try the next round or refund.',
  data: z.object({ orderId, round }),
});

export const stockReturned = defineEvent('inventory.stock-returned', {
  summary: 'The goods of a refunded order are back on the shelf.',
  data: z.object({ orderId, lines: z.array(skuQuantity) }),
});

export const availabilityChanged = defineEvent('inventory.availability-changed', {
  summary: 'What shoppers see of a SKU changed: its state, or the number left while low.',
  data: availability,
});

export const inventoryCommands = [reserveStock, confirmStock, releaseStock] as const;
export const inventoryEvents = [
  stockReserved,
  stockRefused,
  stockReleased,
  stockConfirmed,
  stockConfirmRefused,
  stockReturned,
  availabilityChanged,
] as const;
