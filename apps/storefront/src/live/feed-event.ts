export const FEED_TOPICS = ['ORDERS', 'PRODUCTS', 'WALLET'] as const;
export type FeedTopic = (typeof FEED_TOPICS)[number];

/** What the feed tells a page. REFETCH: something may have been missed, fetch again what is on screen. */
export interface FeedEvent {
  readonly kind: 'ORDER' | 'PRODUCT' | 'WALLET' | 'REFETCH';
  readonly orderNumber?: string;
  readonly productId?: string;
}

/** Whether news arrive at the moment. */
export type LiveState = 'connecting' | 'live' | 'cut';

/** What a tab tells whoever holds the connection. */
export type ToWorker =
  | { readonly type: 'want'; readonly topics: readonly FeedTopic[] }
  /** The tab is going away or to sleep. */
  | { readonly type: 'bye' }
  /** The shopper is about to become another one: no request of the old one may cross that. */
  | { readonly type: 'pause' }
  /** It is done, or did not come to be: start again from nowhere. */
  | { readonly type: 'restart' };

export type FromWorker =
  | { readonly type: 'event'; readonly event: FeedEvent }
  | { readonly type: 'state'; readonly state: LiveState };
