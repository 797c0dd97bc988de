import { Client, fetchExchange } from '@urql/core';
import { shopCache } from './cache.js';
import { shopFetch } from './fetch-by-name.js';
import { sessionFetch } from './session-fetch.js';

const throughTheDoor = sessionFetch(shopFetch, sessionStorage);

/** A client with an empty cache: made anew whenever language, currency or shopper change. */
export function makeClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: throughTheDoor,
    fetchOptions: { headers: { accept: 'application/json' }, credentials: 'same-origin' },
    exchanges: [shopCache(), fetchExchange],
  });
}

/** What a mutation that must happen once sends along. */
export function onceWith(key: string) {
  return {
    fetchOptions: { headers: { accept: 'application/json', 'idempotency-key': key } },
  };
}
