import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const SETTLED_WITHIN_MS = 20_000;
const POLL_MS = 250;
const TRIES = 5;
const LINES = [{ sku: 'TEA-TRN-3-MIX', quantity: 1 }];
const ADDRESS = {
  name: 'Mara Lindqvist',
  line1: '14 Harbour Row',
  city: 'Portland',
  postalCode: '04101',
  country: 'US',
};

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on OrderPlaced { order { number } } ... on PriceChanged { total { minor currency } }
  ... on Refusal { code } } }`;
const PAY = `mutation ($input: PayOrderInput!) { payOrder(input: $input) { __typename ... on Refusal { code } } }`;
const ORDER = `query ($number: ID!) { order(number: $number) { state settled paid { minor } total { minor } } }`;

/** Buys one thing as a guest, by plain HTTP; fails unless the order was placed, paid and settled. */
export async function buyOneThing(gateway) {
  const ask = asGuest(gateway);
  await ask('{ viewer { id } }');
  const place = (expectedTotal) => {
    const input = { lines: LINES, email: 'mara@post.example', address: ADDRESS, expectedTotal };
    return ask(PLACE, { input }, randomUUID());
  };
  const { total } = (await place({ minor: 1, currency: 'USD' })).placeOrder;
  const { placeOrder: placed } = await place(total);
  if (!placed.order) throw new Error(`Placing gave ${JSON.stringify(placed)}`);
  const { number } = placed.order;
  const { payOrder: paid } = await ask(PAY, { input: { number, token: 'tok_ok' } }, randomUUID());
  if (paid.__typename !== 'PaymentStarted') throw new Error(`Paying gave ${JSON.stringify(paid)}`);
  await settled(ask, number);
}

async function settled(ask, number) {
  const end = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const { order } = await ask(ORDER, { number });
    if (order?.settled && order.paid.minor === order.total.minor) return;
    if (performance.now() > end) throw new Error(`Order ${number} is still ${JSON.stringify(order)}`);
    await sleep(POLL_MS);
  }
}

/** A program that keeps the cookie of its session, and comes back with the same key when it is asked to. */
function asGuest(gateway) {
  let cookie = '';
  return async (query, variables = {}, key = undefined) => {
    const headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) };
    for (let tries = 1; ; tries++) {
      const answer = await fetch(`${gateway}/graphql`, {
        method: 'POST',
        headers: { ...headers, ...(cookie && { cookie }) },
        body: JSON.stringify({ query, variables }),
      });
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      const { data, errors } = await answer.json();
      if (data && !errors) return data;
      const seconds = errors?.[0]?.extensions?.retryAfter;
      if (seconds === undefined || tries === TRIES)
        throw new Error(`${query.slice(0, 40)} … was answered ${answer.status}: ${JSON.stringify(errors)}`);
      await sleep(seconds * 1_000);
    }
  };
}
