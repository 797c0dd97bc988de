import type { Client } from '@urql/core';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { prefetch } from '../graphql/prefetch.js';

export const OrderFragment = graphql(`
  fragment Order on Order {
    number
    state
    version
    placedAt
    payBy
    lines {
      sku
      slug
      title
      choice
      picture {
        key
      }
      quantity
      total {
        minor
        currency
      }
      product {
        id
      }
    }
    subtotal {
      minor
      currency
    }
    discount {
      minor
      currency
    }
    shipping {
      minor
      currency
    }
    pointsValue {
      minor
      currency
    }
    total {
      minor
      currency
    }
    paid {
      minor
      currency
    }
    refunded {
      minor
      currency
    }
    coupon
    payment {
      state
      bankReason
    }
    shipment {
      state
      carrier
      trackingNumber
    }
    pointsSpent
    pointsEarned
    pointsToEarn
    shortfallPoints
    timeline {
      kind
      at
    }
    actions
    reason
    shortLines {
      sku
      wanted
      available
    }
    email
    address {
      name
      line1
      line2
      city
      region
      postalCode
      country
    }
  }
`);

export type OrderData = ResultOf<typeof OrderFragment>;

export const OrderQuery = graphql(
  `
    query Order($number: ID!) {
      order(number: $number) {
        ...Order
      }
    }
  `,
  [OrderFragment],
);

export function prefetchOrder(client: Client, number: string): Promise<void> {
  return prefetch(client, OrderQuery, { number });
}
