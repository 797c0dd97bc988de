import type { Client } from '@urql/core';
import { graphql, type ResultOf } from '../../graphql/graphql.js';
import { prefetch } from '../../graphql/prefetch.js';

export const OrdersQuery = graphql(`
  query Orders($first: Int!, $after: String) {
    orders(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        number
        state
        placedAt
        total {
          minor
          currency
        }
        payment {
          state
          bankReason
        }
        shipment {
          state
          carrier
          trackingNumber
        }
        lines {
          sku
          slug
          title
          choice
          quantity
          total {
            minor
            currency
          }
          picture {
            key
          }
        }
      }
    }
  }
`);

export type OrderInList = ResultOf<typeof OrdersQuery>['orders']['nodes'][number];

export const ORDERS_AT_ONCE = 10;

export function prefetchOrders(client: Client): Promise<void> {
  return prefetch(client, OrdersQuery, { first: ORDERS_AT_ONCE, after: null });
}
