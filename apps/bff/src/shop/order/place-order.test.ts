import { expect, test } from 'vitest';
import { askEngine } from '../../testing/ask-engine.js';
import { fakeCall } from '../../testing/fake-call.js';
import { emptyCart, fullCart, orderSnapshot } from '../../testing/samples.js';

const document = `mutation ($lines: [LineInput!]) {
  placeOrder(input: {
    lines: $lines, email: "m@x.test", expectedTotal: { minor: 19700, currency: USD }
    address: { name: "M", line1: "Quay 1", city: "Lund", postalCode: "22100", country: "SE" }
  }) { __typename ... on OrderPlaced { order { number total { minor } } } ... on InvalidInput { problems { path } } }
}`;

function shop(cart: () => unknown) {
  const placed: object[] = [];
  const call = fakeCall({
    'cart.get-cart': cart,
    'order.place-order': (input: object) => {
      placed.push(input);
      return { replayed: placed.length > 1, result: { kind: 'placed', order: orderSnapshot() } };
    },
  });
  return { ask: askEngine(call), placed };
}

test('without lines the cart is ordered, and sending it again still reaches the order that emptied it', async () => {
  const carts = [fullCart(), emptyCart()];
  const { ask, placed } = shop(() => carts.shift());
  const first = await ask(document);
  const again = await ask(document);
  expect(again.data).toEqual(first.data);
  expect(again.context.reply.headers()).toEqual({ 'idempotency-replayed': 'true' });
  expect(placed).toMatchObject([
    {
      fromCart: true,
      lines: [
        { sku: 'LMP-T-SEA', quantity: 2 },
        { sku: 'LMP-T-INK', quantity: 1 },
      ],
    },
    { fromCart: true, lines: [] },
  ]);
});

test('"buy now" leaves the cart alone', async () => {
  const { ask, placed } = shop(() => {
    throw new Error('The cart was asked');
  });
  const { data } = await ask(document, { lines: [{ sku: 'A', quantity: 3 }] });
  expect(data?.placeOrder).toMatchObject({ __typename: 'OrderPlaced' });
  expect(placed).toMatchObject([
    { fromCart: false, lines: [{ sku: 'A', quantity: 3 }], points: 0, coupon: null },
  ]);
});

test('no lines at all are a mistake, and nothing is sent', async () => {
  const { ask, placed } = shop(emptyCart);
  const { data } = await ask(document, { lines: [] });
  expect(data?.placeOrder).toEqual({ __typename: 'InvalidInput', problems: [{ path: ['lines'] }] });
  expect(placed).toEqual([]);
});
