import { Client } from '@elastic/elasticsearch';

/** Aliases; the indexes behind them are named after them. */
export interface IndexNames {
  readonly products: string;
  /** Stands on an index of products that has everything that was told before it was swapped in. */
  readonly settled: string;
  readonly parts: string;
  readonly reviews: string;
}

/** A server and the names that our indexes have there. */
export interface SearchEngine {
  readonly client: Client;
  readonly names: IndexNames;
}

/** Connects to a server; shops that share one need different prefixes. */
export const searchEngine = (url: string, prefix = 'search'): SearchEngine => ({
  client: new Client({ node: url, maxRetries: 1, requestTimeout: 4_000 }),
  names: {
    products: `${prefix}-products`,
    settled: `${prefix}-settled`,
    parts: `${prefix}-parts`,
    reviews: `${prefix}-reviews`,
  },
});
