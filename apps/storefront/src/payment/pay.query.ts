import { graphql } from '../graphql/graphql.js';
import { OrderFragment } from '../order/order.query.js';

export const PayOrder = graphql(
  `
    mutation PayOrder($input: PayOrderInput!) {
      payOrder(input: $input) {
        __typename
        ... on PaymentStarted {
          order {
            ...Order
          }
        }
        ... on PaymentDeclined {
          order {
            ...Order
          }
        }
        ... on OrderNotPayable {
          now: order {
            ...Order
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
