import { graphql } from '../../graphql/graphql.js';
import { OrderFragment } from '../../order/order.query.js';

export const CancelOrder = graphql(
  `
    mutation CancelOrder($number: ID!) {
      cancelOrder(number: $number) {
        __typename
        ... on OrderCancelled {
          paymentInDoubt
          order {
            ...Order
          }
        }
        ... on RefundStarted {
          order {
            ...Order
          }
        }
        ... on OrderNotCancellable {
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

export const RequestRefund = graphql(
  `
    mutation RequestRefund($number: ID!, $reason: String) {
      requestRefund(number: $number, reason: $reason) {
        __typename
        ... on RefundStarted {
          order {
            ...Order
          }
        }
        ... on OrderNotRefundable {
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
