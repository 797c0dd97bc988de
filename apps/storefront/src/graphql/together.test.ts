import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { print } from 'graphql';
import { expect, it } from 'vitest';
import { graphql } from './graphql.js';
import { together } from './together.js';

const Page = graphql(`
  query Page($points: Int) {
    cart(points: $points) {
      id
      quantity
    }
  }
`);
const Frame = graphql(`
  query Frame {
    cart {
      id
      quantity
    }
    departments {
      key
    }
  }
`);

it('keeps the fields of both apart, where they have other arguments', () => {
  expect(print(together(Page, Frame)).replace(/\s+/g, ' ')).toBe(
    'query Page($points: Int) { cart(points: $points) { id quantity } ' +
      'also_cart: cart { id quantity } also_departments: departments { key } }',
  );
});

it('fills the cache for both with one request', async () => {
  let requests = 0;
  const cart = (id: string, quantity: number) => ({ __typename: 'Cart', id, quantity });
  const client = new Client({
    url: 'http://shop.test/graphql',
    preferGetMethod: false,
    fetch: async () => {
      requests++;
      const department = { __typename: 'Department', key: 'tea' };
      const data = { cart: cart('c:5', 2), also_cart: cart('c', 2), also_departments: [department] };
      return Response.json({ data });
    },
    exchanges: [cacheExchange({ keys: { Department: () => null } }), fetchExchange],
  });
  await client.query(together(Page, Frame), { points: 5 }).toPromise();
  expect(client.readQuery(Page, { points: 5 })?.data?.cart?.quantity).toBe(2);
  expect(client.readQuery(Frame, {})?.data?.departments).toEqual([{ key: 'tea' }]);
  expect(requests).toBe(1);
});
