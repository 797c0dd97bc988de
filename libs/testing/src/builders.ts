import { randomUUID } from 'node:crypto';
import type { CallerClaims, OrderFacts, ProductRecord, SkuQuantity } from '@evenkeel/contracts';
import {
  type CustomerId,
  MAX_WORKER,
  newId,
  type OrderId,
  snowflakeGenerator,
  systemClock,
} from '@evenkeel/kernel';

const numbers = snowflakeGenerator(
  { workerId: Math.floor(Math.random() * (MAX_WORKER + 1)), lastMs: 0 },
  systemClock,
);

/** An order number that no other test uses. */
export const newOrderId = (): OrderId => numbers.next();

/** A caller with a signed-in session. */
export const callerOf = (kind: CallerClaims['kind'], sub = newId<CustomerId>()): CallerClaims => ({
  sub,
  kind,
  locale: 'en',
  currency: 'USD',
  sid: 'test-session',
});

type FactsOfTest = Partial<Omit<OrderFacts, 'lines'>> & { readonly lines: readonly SkuQuantity[] };

/** The facts of an order for these lines, at ten dollars a piece; every other fact can be given. */
export function orderFactsOf({ lines, ...given }: FactsOfTest): OrderFacts {
  const subtotal = lines.reduce((sum, { quantity }) => sum + 1_000 * quantity, 0);
  return {
    orderId: newOrderId(),
    customerId: newId<CustomerId>(),
    shopperKind: 'guest',
    email: 'wen@example.com',
    address: { name: 'Wen Lan', line1: '1 Quay Street', city: 'Haven', postalCode: '10001', country: 'US' },
    lines: lines.map(({ sku, quantity }) => ({
      sku,
      quantity,
      productId: '00000000-0000-4000-8000-000000000001',
      slug: sku.toLowerCase(),
      title: { en: sku, zh: sku },
      choice: { en: '', zh: '' },
      picture: 'none',
      unitPrice: 1_000,
    })),
    price: {
      currency: 'USD',
      subtotal,
      discount: 0,
      shipping: 0,
      pointsSpent: 0,
      pointsValue: 0,
      total: subtotal,
      pointsToEarn: 0,
    },
    coupon: null,
    protocol: 'saga',
    placedAt: '2026-01-01T00:00:00.000Z',
    ...given,
  };
}

type ProductOfTest = Partial<Omit<ProductRecord, 'variants'>> & {
  readonly variants: readonly { readonly sku: string; readonly openingStock: number }[];
};

/** The record of a product with these variants, at ten dollars each; every other part can be given. */
export function productOf({ variants, ...given }: ProductOfTest): ProductRecord {
  const text = { en: 'Test cup', zh: '试杯' };
  const fact = { label: text, value: text };
  return {
    id: randomUUID(),
    slug: `test-${randomUUID()}`,
    department: 'tea',
    brand: 'stillroom',
    title: text,
    summary: text,
    story: text,
    facts: [fact, fact],
    specs: [],
    options: [],
    variants: variants.map((variant) => ({ ...variant, options: {}, prices: { CNY: 7_000, USD: 1_000 } })),
    pictures: [{ key: 'none', alt: text }],
    popularity: 1,
    publishedAt: '2026-01-01T00:00:00.000Z',
    ...given,
  };
}
