import type { Client } from '@urql/core';
import { CartFragment } from '../../cart/cart.query.js';
import { graphql, type ResultOf } from '../../graphql/graphql.js';
import { prefetch } from '../../graphql/prefetch.js';
import { OrderFragment } from '../../order/order.query.js';

/** The cart as it will be ordered; `points` previews what spending them does. */
export const CheckoutQuery = graphql(
  `
    query Checkout($points: Int!) {
      cart(points: $points) {
        ...Cart
        pointsSpent
        pointsValue {
          minor
          currency
        }
      }
    }
  `,
  [CartFragment],
);

export type CheckoutCart = ResultOf<typeof CheckoutQuery>['cart'];

export const PlaceOrder = graphql(
  `
    mutation PlaceOrder($input: PlaceOrderInput!) {
      placeOrder(input: $input) {
        __typename
        ... on OrderPlaced {
          order {
            ...Order
          }
        }
        ... on SoldOut {
          lines {
            sku
            wanted
            available
          }
        }
        ... on PriceChanged {
          total {
            minor
            currency
          }
        }
        ... on InvalidInput {
          problems {
            path
            message
          }
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [OrderFragment],
);

export type PlaceOrderAnswer = ResultOf<typeof PlaceOrder>['placeOrder'];

export function prefetchCheckout(client: Client): Promise<void> {
  return prefetch(client, CheckoutQuery, { points: 0 });
}
