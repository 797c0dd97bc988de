import { graphql, type ResultOf } from '../graphql/graphql.js';

export const CartFragment = graphql(`
  fragment Cart on Cart {
    id
    quantity
    lines {
      sku
      slug
      title
      choice
      picture {
        key
      }
      quantity
      unitPrice {
        minor
        currency
      }
      total {
        minor
        currency
      }
      stock
      left
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
    freeShippingFrom {
      minor
      currency
    }
    total {
      minor
      currency
    }
    pointsToEarn
    coupon {
      code
      title
    }
    couponProblem
    notices {
      kind
      sku
      priceWas {
        minor
        currency
      }
      left
    }
  }
`);

export type CartData = ResultOf<typeof CartFragment>;
export type CartLineData = CartData['lines'][number];

export const CartQuery = graphql(
  `
    query Cart {
      cart {
        ...Cart
      }
    }
  `,
  [CartFragment],
);

export const SetCartLine = graphql(
  `
    mutation SetCartLine($sku: ID!, $quantity: Int!) {
      setCartLine(sku: $sku, quantity: $quantity) {
        __typename
        ... on CartUpdated {
          cart {
            ...Cart
          }
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [CartFragment],
);

export const ApplyCoupon = graphql(
  `
    mutation ApplyCoupon($code: String) {
      applyCoupon(code: $code) {
        __typename
        ... on CartUpdated {
          cart {
            ...Cart
          }
        }
        ... on Refusal {
          code
          message
        }
      }
    }
  `,
  [CartFragment],
);
