import type { FeedEvent } from './feed-event.js';

/** A line of the feed as the API sends it. */
export interface FeedLine {
  readonly cursor: string;
  readonly kind: 'ORDER' | 'PRODUCT' | 'WALLET' | 'HEARTBEAT' | 'REFETCH';
  readonly order?: { readonly number: string } | null;
  readonly product?: { readonly id: string } | null;
}

/** How far the feed has been read; the cursor is what the next connection goes on from. */
export interface FeedProgress {
  readonly cursor: string | null;
  /** Whether this connection has said anything yet. */
  readonly heard: boolean;
}

export const NOTHING_READ: FeedProgress = { cursor: null, heard: false };

/**
 * Takes one line: how far we are now, and what pages are told.
 * A gap is never passed over in silence: REFETCH is passed on, and the first line of a connection that could
 * not go on from a cursor counts as one, since nobody knows what happened before it.
 */
export function takeLine(
  progress: FeedProgress,
  line: FeedLine,
  resumed: boolean,
): { progress: FeedProgress; events: readonly FeedEvent[] } {
  const next: FeedProgress = { cursor: line.cursor, heard: true };
  const gap: readonly FeedEvent[] = !progress.heard && !resumed ? [{ kind: 'REFETCH' }] : [];
  switch (line.kind) {
    case 'REFETCH':
      return { progress: next, events: [{ kind: 'REFETCH' }] };
    case 'HEARTBEAT':
      return { progress: next, events: gap };
    case 'ORDER':
      return {
        progress: next,
        events: [...gap, { kind: 'ORDER', ...(line.order && { orderNumber: line.order.number }) }],
      };
    case 'PRODUCT':
      return {
        progress: next,
        events: [...gap, { kind: 'PRODUCT', ...(line.product && { productId: line.product.id }) }],
      };
    case 'WALLET':
      return { progress: next, events: [...gap, { kind: 'WALLET' }] };
  }
}

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** How long to wait before the n-th try in a row (0 is the first); doubled each time, and spread by `dice` in 0…1. */
export function backoffMs(tries: number, dice: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
  return Math.round(full * (0.5 + dice / 2));
}

/** The server's heart beats every 15 s; a connection that misses two beats is taken for dead. */
export const SILENCE_MS = 35_000;
