import type { CouponTerms } from '@evenkeel/contracts';
import { type CustomerId, money, type OrderId, type Sku } from '@evenkeel/kernel';
import { decidePlacing } from '../../../services/order/src/features/place-order/place-order.js';
import type { Order } from '../../../services/order/src/order.js';
import { askStock } from '../../../services/order/src/workflows/saga/effects.js';
import type { Act, Letter } from '../checker/model.js';
import { NOON } from '../parts/clock.js';
import { streamed } from '../parts/letters.js';
import { TIMES } from '../parts/order.js';

export const TEAPOT = 'teapot' as Sku;
/** What one costs; from 60 dollars on the delivery is free. */
export const PRICE = 10_000;
export const ANNA = '00000000-0000-4000-8000-00000000000a' as CustomerId;
export const BEN = '00000000-0000-4000-8000-00000000000b' as CustomerId;

export const SAVE10: CouponTerms = {
  code: 'SAVE10',
  title: { en: 'Ten off', zh: '九折' },
  percentOff: 10,
  minimum: { CNY: 0, USD: 0 },
  useLimit: null,
  expiresAt: null,
};

export interface Wish {
  readonly orderId: OrderId;
  readonly customerId: CustomerId;
  readonly kind: 'guest' | 'customer';
  readonly points?: number;
  readonly coupon?: string;
  /** What the shopper has to agree to pay. */
  readonly total: number;
}

export interface Placed {
  readonly order: Order;
  readonly letters: readonly Letter[];
}

/** An order as the shop places it, and the first thing that it asks for. */
export function placed(wish: Wish): Placed {
  const { orderId, customerId: sub, kind, points = 0, coupon, total } = wish;
  const wanted = {
    input: {
      key: 'place',
      lines: [{ sku: TEAPOT, quantity: 1 }],
      email: 'shopper@example.com',
      address: { name: 'A', line1: '1 Quay', city: 'Port', postalCode: '1', country: 'GB' },
      points,
      coupon: coupon ?? null,
      expectedTotal: money(total, 'USD'),
      fromCart: false,
    },
    caller: { sub, kind },
    orderId,
  };
  const line = {
    sku: TEAPOT,
    productId: sub,
    slug: 'teapot',
    title: SAVE10.title,
    choice: SAVE10.title,
    picture: '',
  };
  const knowledge = {
    catalogue: new Map([[TEAPOT, { line, prices: { USD: PRICE, CNY: 7 * PRICE } }]]),
    coupons: new Map([[SAVE10.code, SAVE10]]),
    now: new Date(NOON),
  };
  const placing = decidePlacing(wanted as never, knowledge);
  if (placing.kind === 'refused') throw new Error(`The order was refused: ${JSON.stringify(placing.result)}`);
  const { order } = placing;
  const { definition, data } = askStock(order, order.progress.round, TIMES.payWithinSeconds);
  return { order, letters: streamed(definition, data) };
}

export const pays = (orderId: OrderId, token: string, id: string): Act => ({
  story: `The shopper pays order ${orderId} with ${token}.`,
  message: { type: 'order.pay-order', id, data: { orderId, token, key: id }, by: 'local' },
});

export const cancels = (orderId: OrderId): Act => ({
  story: `The shopper cancels order ${orderId}.`,
  message: { type: 'order.cancel-order', data: { orderId, key: 'cancel' }, by: 'local' },
});

export const wantsBack = (orderId: OrderId): Act => ({
  story: `The shopper asks for the money of order ${orderId} back.`,
  message: { type: 'order.request-refund', data: { orderId, key: 'refund' }, by: 'local' },
});
