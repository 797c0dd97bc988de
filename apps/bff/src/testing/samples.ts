import type { Cart, OrderSnapshot, ProductView } from '@evenkeel/contracts';
import { productRecord } from '@evenkeel/contracts';
import type { CustomerId, OrderId, Sku } from '@evenkeel/kernel';

export const LAMP = '0190a1b2-0000-7000-8000-000000000001';
export const SHOPPER = '0190a1b2-0000-7000-8000-0000000000aa' as CustomerId;
const sku = (text: string) => text as Sku;
const both = (en: string, zh: string) => ({ en, zh });

/** A lamp in two colours; one of them is low. */
export function productView(): ProductView {
  return {
    product: productRecord.parse({
      id: LAMP,
      slug: 'tide-lamp',
      department: 'lamps',
      brand: 'tidewater',
      title: both('Tide lamp', '潮汐灯'),
      summary: both('Light like water.', '光如水。'),
      story: both('It began with a tide.', '从一次潮汐开始。'),
      facts: [
        { label: both('Height', '高'), value: both('52 cm', '52 厘米') },
        { label: both('Care', '打理'), value: both('Wipe', '擦拭') },
      ],
      specs: [
        {
          key: 'material',
          label: both('Material', '材质'),
          value: { key: 'oak', label: both('Oak', '橡木') },
        },
      ],
      options: [
        {
          key: 'colour',
          label: both('Colour', '颜色'),
          values: [
            { key: 'sea', label: both('Sea', '海'), swatch: '#6f9188' },
            { key: 'ink', label: both('Ink', '墨'), swatch: '#33403f' },
          ],
        },
      ],
      variants: [
        {
          sku: 'LMP-T-SEA',
          options: { colour: 'sea' },
          prices: { CNY: 45_800, USD: 6_400 },
          openingStock: 9,
        },
        {
          sku: 'LMP-T-INK',
          options: { colour: 'ink' },
          prices: { CNY: 48_800, USD: 6_900 },
          openingStock: 3,
        },
      ],
      pictures: [{ key: 'lamp', alt: both('The Tide lamp', '潮汐灯') }],
      popularity: 100,
      publishedAt: '2026-01-01T00:00:00.000Z',
    }),
    availability: [{ sku: sku('LMP-T-INK'), state: 'low', left: 3, held: 2, version: 4 }],
    rating: { average: 4.5, count: 2, histogram: [0, 0, 0, 1, 1] },
  };
}

/** An order of one lamp, waiting to be paid. */
export function orderSnapshot(change: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    facts: {
      orderId: '7214563982110720' as OrderId,
      customerId: SHOPPER,
      shopperKind: 'customer',
      email: 'mara@evenkeel.test',
      address: { name: 'Mara', line1: 'Quay 1', city: 'Lund', postalCode: '22100', country: 'SE' },
      lines: [
        {
          sku: sku('LMP-T-SEA'),
          productId: LAMP,
          slug: 'tide-lamp',
          title: both('Tide lamp', '潮汐灯'),
          choice: both('Sea', '海'),
          picture: 'lamp',
          quantity: 2,
          unitPrice: 6_400,
        },
      ],
      price: {
        currency: 'USD',
        subtotal: 12_800,
        discount: 1_280,
        shipping: 0,
        pointsSpent: 120,
        pointsValue: 120,
        total: 11_400,
        pointsToEarn: 114,
      },
      coupon: 'WELCOME10',
      protocol: 'saga',
      placedAt: '2026-03-01T10:00:00.000Z',
    },
    state: 'awaiting-payment',
    version: 3,
    payBy: '2026-03-01T10:15:00.000Z',
    paymentInProgress: false,
    captured: null,
    refunded: null,
    rejection: null,
    ...change,
  };
}

const nothing = {
  currency: 'USD',
  subtotal: 0,
  discount: 0,
  shipping: 0,
  pointsSpent: 0,
  pointsValue: 0,
  total: 0,
  pointsToEarn: 0,
} as const;

export const emptyCart = (): Cart => ({ lines: [], price: nothing, coupon: null, couponProblem: null });

/** A cart with two lamps, whose price has gone up, and one of another colour. */
export function fullCart(): Cart {
  const line = { productId: LAMP, slug: 'tide-lamp', title: both('Tide lamp', '潮汐灯'), picture: 'lamp' };
  return {
    lines: [
      {
        ...line,
        sku: sku('LMP-T-SEA'),
        choice: both('Sea', '海'),
        quantity: 2,
        unitPrice: 6_400,
        priceWas: 6_000,
      },
      {
        ...line,
        sku: sku('LMP-T-INK'),
        choice: both('Ink', '墨'),
        quantity: 1,
        unitPrice: 6_900,
        priceWas: null,
      },
    ],
    price: { ...nothing, subtotal: 19_700, total: 19_700, pointsToEarn: 197 },
    coupon: null,
    couponProblem: null,
  };
}
