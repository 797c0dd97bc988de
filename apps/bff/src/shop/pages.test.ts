import type { OrderView } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { askEngine } from '../testing/ask-engine.js';
import { fakeCall } from '../testing/fake-call.js';
import { fullCart, LAMP, orderSnapshot, productView } from '../testing/samples.js';
import { caller } from '../testing/test-shop.js';
import { viewOfSnapshot } from './order/view-of-snapshot.js';

const getProducts = ({ ids = [], slugs = [] }: { ids?: string[]; slugs?: string[] }) =>
  [...ids, ...slugs].map((key) => (key === LAMP || key === 'tide-lamp' ? productView() : null));

const counted = { key: 'oak', count: 3 };
const found = {
  ids: [
    { id: LAMP, cursor: 'c1' },
    { id: 'not in views yet', cursor: 'c2' },
  ],
  total: 2,
  hasMore: true,
  facets: {
    departments: [{ key: 'lamps', count: 2 }],
    brands: [{ key: 'tidewater', count: 2 }],
    colours: [{ key: 'sea', count: 1 }],
    specs: [{ key: 'material', values: [counted, { key: 'unheard-of', count: 1 }] }],
    ratings: [{ key: '4', count: 1 }],
    price: { min: 45_800, max: 48_800 },
    inStock: 1,
  },
  suggestion: null,
};

test('a product speaks the language and counts in the currency of the caller', async () => {
  const ask = askEngine(fakeCall({ 'views.get-products': getProducts }));
  const document = `{ product(slug: "tide-lamp") {
    title brand { label } price { minor currency } priceTo { minor } stock picture { alt } specs { value { label } }
    variants { sku choice stock left held options { option key label swatch } pointsToEarn }
  } }`;
  const chinese = await ask(document, {}, caller({ locale: 'zh', currency: 'CNY' }));
  expect(chinese.data?.product).toEqual({
    title: '潮汐灯',
    brand: { label: '潮汐灯作' },
    price: { minor: 45_800, currency: 'CNY' },
    priceTo: { minor: 48_800 },
    stock: 'LOW',
    picture: { alt: '潮汐灯' },
    specs: [{ value: { label: '橡木' } }],
    variants: [
      {
        sku: 'LMP-T-SEA',
        choice: '海',
        stock: 'SOLD_OUT',
        left: null,
        held: null,
        options: [{ option: 'colour', key: 'sea', label: '海', swatch: '#6f9188' }],
        pointsToEarn: 65,
      },
      {
        sku: 'LMP-T-INK',
        choice: '墨',
        stock: 'LOW',
        left: 3,
        held: 2,
        options: [{ option: 'colour', key: 'ink', label: '墨', swatch: '#33403f' }],
        pointsToEarn: 69,
      },
    ],
  });
  const unknown = await ask('{ product(slug: "nothing") { title } }');
  expect(unknown.data).toEqual({ product: null });
});

test('a list has what views knows, with facets in words', async () => {
  const searched: unknown[] = [];
  const call = fakeCall({
    'views.get-products': getProducts,
    'search.search-products': (input: object) => {
      searched.push(input);
      return found;
    },
  });
  const { data, errors } = await askEngine(call)(`{ products(filter: { brands: ["tidewater"] }) {
    totalCount nodes { slug } pageInfo { hasNextPage endCursor }
    facets { specs { label values { key label count } } colours { label swatch } ratings { label } departments { label } }
  } }`);
  expect(errors).toBeUndefined();
  expect(data?.products).toEqual({
    totalCount: 2,
    nodes: [{ slug: 'tide-lamp' }],
    pageInfo: { hasNextPage: true, endCursor: 'c2' },
    facets: {
      specs: [
        {
          label: 'Material',
          values: [
            { key: 'oak', label: 'Oak', count: 3 },
            { key: 'unheard-of', label: 'unheard-of', count: 1 },
          ],
        },
      ],
      colours: [{ label: 'Sea', swatch: '#6f9188' }],
      ratings: [{ label: '4 and up' }],
      departments: [{ label: 'Lamps' }],
    },
  });
  expect(searched[0]).toMatchObject({
    facets: true,
    sort: 'popular',
    currency: 'USD',
    filter: { brands: ['tidewater'] },
  });
});

test('a filter that nobody knows is the mistake of the client', async () => {
  const { errors } = await askEngine(fakeCall({}))(
    '{ products(filter: { departments: ["cars"] }) { totalCount } }',
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', traceId: 'trace-1' });
});

test('the cart has prices of its own and stock of the products', async () => {
  const asked: object[] = [];
  const call = fakeCall({
    'views.get-products': getProducts,
    'cart.get-cart': (input: object) => {
      asked.push(input);
      return fullCart();
    },
  });
  const { data } = await askEngine(call)(`{ cart(points: 50) {
    quantity total { minor } lines { sku stock left total { minor } } notices { kind sku }
  } }`);
  expect(data?.cart).toEqual({
    quantity: 3,
    total: { minor: 19_700 },
    lines: [
      { sku: 'LMP-T-SEA', stock: 'SOLD_OUT', left: null, total: { minor: 12_800 } },
      { sku: 'LMP-T-INK', stock: 'LOW', left: 3, total: { minor: 6_900 } },
    ],
    notices: [
      { kind: 'PRICE_CHANGED', sku: 'LMP-T-SEA' },
      { kind: 'SOLD_OUT', sku: 'LMP-T-SEA' },
      { kind: 'LOW_STOCK', sku: 'LMP-T-INK' },
    ],
  });
  expect(asked).toEqual([{ customerId: caller().sub, currency: 'USD', earns: true, points: 50 }]);
});

test('an order that views has not seen yet is asked of its owner; nobody else’s exists', async () => {
  const views: (OrderView | null)[] = [null];
  const call = fakeCall({
    'views.get-orders': () => views,
    'order.get-order': ({ orderId }: { orderId: string }) => (orderId === '7' ? null : orderSnapshot()),
  });
  const ask = askEngine(call);
  const document = 'query ($n: ID!) { order(number: $n) { number state actions total { minor } settled } }';
  expect((await ask(document, { n: '7214563982110720' })).data?.order).toEqual({
    number: '7214563982110720',
    state: 'AWAITING_PAYMENT',
    actions: ['PAY', 'CANCEL'],
    total: { minor: 11_400 },
    settled: false,
  });
  expect((await ask(document, { n: '7' })).data).toEqual({ order: null });
  expect((await ask(document, { n: 'not a number' })).data).toEqual({ order: null });
  views[0] = { ...viewOfSnapshot(orderSnapshot()), state: 'paid', settled: true };
  expect((await ask(document, { n: '7214563982110720' })).data?.order).toMatchObject({
    state: 'PAID',
    settled: true,
  });
});

test('a list is a connection: every edge has its cursor, and a foreign cursor is refused', async () => {
  const views = [orderSnapshot(), orderSnapshot()].map((snapshot) => viewOfSnapshot(snapshot));
  const call = fakeCall({
    'views.list-customer-orders': () => ({ items: views, cursors: ['9', '8'], next: null }),
  });
  const ask = askEngine(call);
  const document = `query ($after: String) { orders(first: 2, after: $after) {
    edges { cursor node { state } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }`;
  expect((await ask(document, { after: '10' })).data?.orders).toEqual({
    edges: [
      { cursor: '9', node: { state: 'AWAITING_PAYMENT' } },
      { cursor: '8', node: { state: 'AWAITING_PAYMENT' } },
    ],
    pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: '9', endCursor: '8' },
  });
  const { errors } = await ask(document, { after: '2026-11-07|x' });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test('guests have no wallet, and nobody is asked for it', async () => {
  const { data, errors } = await askEngine(fakeCall({}))(
    '{ wallet { available } viewer { kind name wallet { available } demo } }',
    {},
    caller({ kind: 'guest' }),
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ wallet: null, viewer: { kind: 'GUEST', name: null, wallet: null, demo: true } });
});

test('a wallet with its entries is one question', async () => {
  let asked = 0;
  const call = fakeCall({
    'views.get-wallet': () => {
      asked += 1;
      const at = '2026-03-01T10:00:00.000Z';
      const entry = { id: LAMP, kind: 'taken-back', points: -5, balance: 95, orderId: '7', at };
      return {
        customerId: caller().sub,
        available: 95,
        frozen: 0,
        version: 2,
        entries: { items: [entry], cursors: ['n'], next: 'n' },
      };
    },
  });
  const { data } = await askEngine(call)(`{ wallet { available worth { minor currency } entries {
    nodes { kind points orderNumber } pageInfo { endCursor hasNextPage }
  } } }`);
  expect(data?.wallet).toEqual({
    available: 95,
    worth: { minor: 95, currency: 'USD' },
    entries: {
      nodes: [{ kind: 'TAKEN_BACK', points: -5, orderNumber: '7' }],
      pageInfo: { endCursor: 'n', hasNextPage: true },
    },
  });
  expect(asked).toBe(1);
});

test('a request that asks for too much at once is cut off', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ id: LAMP, cursor: `c${i}` }));
  const call = fakeCall({
    'views.get-products': getProducts,
    'search.search-products': () => ({ ...found, ids: rows, facets: null }),
    'views.list-product-reviews': () => ({ items: [], cursors: [], next: null }),
  });
  const { errors } = await askEngine(call)(
    'query ($n: Int) { products { nodes { reviews(first: $n) { nodes { id } } } } }',
    { n: 100 },
  );
  expect(errors?.some((e) => e.extensions.code === 'TOO_COSTLY')).toBe(true);
});
