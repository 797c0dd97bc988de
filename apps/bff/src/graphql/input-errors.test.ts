import { expect, test } from 'vitest';
import { askEngine } from '../testing/ask-engine.js';
import { fakeCall } from '../testing/fake-call.js';

const PAY = 'mutation ($input: PayOrderInput!) { payOrder(input: $input) { __typename } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
const address = { name: 'M', line1: 'Quay 1', city: 'Lund', postalCode: '22100', country: 'SE' };
const placing = (expectedTotal: object) => ({
  input: { email: 'm@post.example', address, expectedTotal },
});
const ask = askEngine(fakeCall({}));

test.each([
  ['a null inside an input', PAY, { input: { number: '7', token: null } }, /token.*non-nullable/],
  ['a field that is left out', PAY, { input: { number: '7' } }, /token.*was not provided/],
  ['a field that there is not', PAY, { input: { number: '7', token: 't', tip: 1 } }, /tip.*is not defined/],
  ['an input that is left out', PAY, {}, /"\$input" of required type/],
  ['a fraction of a cent', PLACE, placing({ minor: 1.5, currency: 'USD' }), /SafeInt cannot represent 1.5/],
  ['a number that a double cannot hold', PLACE, placing({ minor: 2 ** 53, currency: 'USD' }), /SafeInt/],
  ['a number as a text', PLACE, placing({ minor: '1', currency: 'USD' }), /SafeInt cannot represent "1"/],
  ['a currency that nobody takes', PLACE, placing({ minor: 1, currency: 'EUR' }), /EUR/],
  [
    'a null where a variable has a default',
    'mutation ($t: String = "tok_ok") { payOrder(input: { number: "7", token: $t }) { __typename } }',
    { t: null },
    /"input" has invalid value/,
  ],
])('%s is the mistake of the client, and told', async (_, document, variables, message) => {
  const { data, errors } = await ask(document, variables);
  expect(data ?? null).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', traceId: 'trace-1' } }]);
  expect(errors?.[0]?.message).toMatch(message);
});
