import { Client, type DocumentInput, fetchExchange } from '@urql/core';
import { describe, expect, it } from 'vitest';
import { CartQuery, SetCartLine } from '../cart/cart.query.js';
import { FEED_DOCUMENT } from '../live/feed-document.js';
import { PlaceOrder } from '../pages/checkout/checkout.query.js';
import { HomeQuery } from '../pages/home/home.query.js';
import { SignIn } from '../pages/sign-in/sign-in.query.js';
import { ShellQuery } from '../shell/shell.query.js';
import { shopCache } from './cache.js';
import { operationId } from './operation-id.js';
import { operations } from './operations.js';
import { together } from './together.js';

/** The text that the client of the pages sends for a document. */
async function sent(kind: 'query' | 'mutation', document: DocumentInput): Promise<string> {
  let body = '';
  const client = new Client({
    url: 'http://shop.test/graphql',
    preferGetMethod: false,
    exchanges: [shopCache(), fetchExchange],
    fetch: (_, init) => {
      body = String(init?.body);
      return Promise.reject(new Error('not today'));
    },
  });
  await client[kind](document, {}).toPromise();
  return (JSON.parse(body) as { query: string }).query;
}

describe('the operations that the build writes down', () => {
  it.each<[string, 'query' | 'mutation', DocumentInput]>([
    ['the cart', 'query', CartQuery],
    ['a change of it', 'mutation', SetCartLine],
    ['the home page', 'query', HomeQuery],
    ['the home page, when it is the first', 'query', together(HomeQuery, ShellQuery)],
    ['an order', 'mutation', PlaceOrder],
    ['a sign-in', 'mutation', SignIn],
  ])('are what the client sends: %s', async (_, kind, document) => {
    const text = await sent(kind, document);
    expect(operations[operationId(text)]).toBe(text);
  });

  it('have names of their own, the feed too', () => {
    expect(operations[operationId(FEED_DOCUMENT)]).toBe(FEED_DOCUMENT);
    expect(Object.keys(operations).length).toBeGreaterThan(25);
  });
});
