import type { FeedCursor } from '@evenkeel/messaging';
import type { Announcement } from './announcement.js';

/** One message of the stream, with what tells at once that a viewer has no part in it. */
export interface ViewMessage {
  readonly seq: number;
  readonly announcements: readonly Announcement[];
  readonly customers: ReadonlySet<string>;
  readonly products: boolean;
}

export function viewMessage(seq: number, announcements: readonly Announcement[]): ViewMessage {
  const customers = new Set<string>();
  for (const a of announcements) if (a.kind !== 'PRODUCT') customers.add(a.data.customerId);
  return { seq, announcements, customers, products: announcements.some((a) => a.kind === 'PRODUCT') };
}

/** Minutes of a busy shop. */
const KEPT = 5_000;

/** The latest messages of the stream, so that a live page that was cut off can go on where it was. */
export function recentMessages() {
  const messages: ViewMessage[] = [];
  /** Everything after this sequence is here. */
  let from: FeedCursor | null = null;

  return {
    /** Starts anew: what came before this place is not known. */
    restart(at: FeedCursor): void {
      messages.length = 0;
      from = at;
    },
    add(message: ViewMessage): void {
      messages.push(message);
      if (messages.length < KEPT * 2) return;
      const dropped = messages.splice(0, messages.length - KEPT);
      if (from) from = { epoch: from.epoch, seq: dropped.at(-1)?.seq ?? from.seq };
    },
    /** What came after the place, or null when that cannot be told for certain. */
    after(place: FeedCursor | null): readonly ViewMessage[] | null {
      if (!place || !from || place.epoch !== from.epoch || place.seq < from.seq) return null;
      return messages.filter((message) => message.seq > place.seq);
    },
  };
}
