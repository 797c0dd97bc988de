import { type MessageData, orderChanged, productChanged, walletChanged } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';

/** What views says that somebody may want to see at once. */
export type Announcement =
  | { readonly kind: 'ORDER'; readonly data: MessageData<typeof orderChanged> }
  | { readonly kind: 'PRODUCT'; readonly data: MessageData<typeof productChanged> }
  | { readonly kind: 'WALLET'; readonly data: MessageData<typeof walletChanged> };

export type Topic = 'ORDERS' | 'PRODUCTS' | 'WALLET';

const TOPIC_OF = { ORDER: 'ORDERS', PRODUCT: 'PRODUCTS', WALLET: 'WALLET' } as const satisfies Record<
  Announcement['kind'],
  Topic
>;

/** The announcement of an event that `parseMessage` has checked; null for events that no page follows. */
export function announcementOf(event: Envelope): Announcement | null {
  switch (event.type) {
    case orderChanged.type:
      return { kind: 'ORDER', data: event.data as MessageData<typeof orderChanged> };
    case productChanged.type:
      return { kind: 'PRODUCT', data: event.data as MessageData<typeof productChanged> };
    case walletChanged.type:
      return { kind: 'WALLET', data: event.data as MessageData<typeof walletChanged> };
    default:
      return null;
  }
}

export interface Audience {
  readonly customerId: string;
  readonly topics: ReadonlySet<Topic>;
}

/** Whether the announcement is for this viewer: orders and wallets are their owner's alone. */
export function isFor({ kind, data }: Announcement, { customerId, topics }: Audience): boolean {
  if (!topics.has(TOPIC_OF[kind])) return false;
  return kind === 'PRODUCT' || data.customerId === customerId;
}
