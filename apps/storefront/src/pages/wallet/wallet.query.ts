import type { Client } from '@urql/core';
import { graphql, type ResultOf } from '../../graphql/graphql.js';
import { prefetch } from '../../graphql/prefetch.js';

export const WalletQuery = graphql(`
  query Wallet($first: Int!, $after: String) {
    wallet {
      id
      available
      frozen
      worth {
        minor
        currency
      }
      entries(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          kind
          points
          balance
          orderNumber
          at
        }
      }
    }
  }
`);

type Wallet = NonNullable<ResultOf<typeof WalletQuery>['wallet']>;
export type WalletEntry = Wallet['entries']['nodes'][number];

export const ENTRIES_AT_ONCE = 12;

export function prefetchWallet(client: Client): Promise<void> {
  return prefetch(client, WalletQuery, { first: ENTRIES_AT_ONCE, after: null });
}
