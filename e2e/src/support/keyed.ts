import { expect } from 'vitest';
import type { Answer } from './client.js';
import { eventually } from './eventually.js';
import { ADDRESS, type Shopper, type Wish } from './shopper.js';

const SEEN = `__typename ... on Refusal { code message }`;
const ORDER = `order { number state version total { minor currency } paid { minor } refunded { minor } settled
  payment { state } timeline { kind at } }`;

/** A command that happens once for each key. */
export interface KeyedCommand {
  readonly query: string;
  readonly variables: object;
}

export const placeOrder = (
  lines: readonly Wish[],
  expectedTotal: { readonly minor: number; readonly currency: string },
  more: { readonly email?: string; readonly points?: number; readonly coupon?: string } = {},
): KeyedCommand => ({
  query: `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ${SEEN} ... on OrderPlaced { ${ORDER} } } }`,
  variables: {
    input: { lines, email: 'mara@post.example', address: ADDRESS, expectedTotal, points: 0, ...more },
  },
});

export const payOrder = (number: string, token: string): KeyedCommand => ({
  query: `mutation ($input: PayOrderInput!) { payOrder(input: $input) { ${SEEN} ... on PaymentStarted { ${ORDER} } } }`,
  variables: { input: { number, token } },
});

export const cancelOrder = (number: string): KeyedCommand => ({
  query: `mutation ($number: ID!) { cancelOrder(number: $number) { ${SEEN} ... on OrderCancelled { ${ORDER} } } }`,
  variables: { number },
});

export const requestRefund = (number: string): KeyedCommand => ({
  query: `mutation ($number: ID!) { requestRefund(number: $number) { ${SEEN} ... on RefundStarted { ${ORDER} } } }`,
  variables: { number },
});

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly order?: { readonly number: string };
}

export const send = ({ client }: Shopper, { query, variables }: KeyedCommand, key: string) =>
  client.ask<Record<string, Outcome> | undefined>(query, variables, { key });

/** What a command came to. Fails when there is no answer. */
export function outcomeOf({ data, body }: Answer<Record<string, Outcome> | undefined>): Outcome {
  const [outcome] = Object.values(data ?? {});
  if (!outcome) throw new Error(`The command was not answered: ${body}`);
  return outcome;
}

/** Sends until the command is decided: while it is being carried out, its key answers 409. */
export const sendUntilDecided = (shopper: Shopper, command: KeyedCommand, key: string) =>
  eventually(async () => {
    const answer = await send(shopper, command, key);
    if (answer.status === 409) throw new Error('The first is still running');
    return answer;
  });

/**
 * Sends a command so many times at once under one key: one of them does it, those that come while it is being done are
 * told to wait, all others get the answer of the first, byte for byte. Resolves to that answer.
 */
export async function manyAtOnce(shopper: Shopper, command: KeyedCommand, key: string, times = 50) {
  const answers = await Promise.all(Array.from({ length: times }, () => send(shopper, command, key)));
  const decided = answers.filter(({ status }) => status === 200);
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  expect(decided.filter(({ replayed }) => !replayed)).toHaveLength(1);
  const again = await sendUntilDecided(shopper, command, key);
  expect(again.replayed).toBe(true);
  expect(new Set([...decided, again].map(({ body }) => body)).size).toBe(1);
  return again;
}
