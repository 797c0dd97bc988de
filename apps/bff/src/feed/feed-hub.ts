import type { Clock, Envelope } from '@evenkeel/kernel';
import type { FeedCursor } from '@evenkeel/messaging';
import { type Announcement, type Audience, announcementOf, isFor } from './announcement.js';
import { formatCursor, parseCursor } from './feed-cursor.js';
import { createOutlet, type Outlet } from './outlet.js';
import { recentMessages, type ViewMessage, viewMessage } from './recent-messages.js';

/** What a live page gets. */
export type FeedItem =
  | (Announcement & { readonly cursor: string })
  | { readonly kind: 'HEARTBEAT' | 'REFETCH'; readonly cursor: string };

export interface Listener extends Audience {
  /** Where the page was, as it was told; null for a page that starts. */
  readonly since: string | null;
  /** Epoch milliseconds at which the listener's identity ends, and the stream with it. */
  readonly endsAt: number;
  /** Before each item: what was loaded for the last one is old. */
  readonly onTake: () => void;
}

/** Brings what views announces to the pages that are open at this process. */
export interface FeedHub {
  /** The events of one message of the stream, in the order of the stream. */
  publish(events: readonly Envelope[], at: FeedCursor): void;
  /** Where the reading of the stream stands; a jump means that messages were missed. */
  reach(at: FeedCursor): void;
  /** Tells everybody the newest cursor, so that a lost announcement is noticed. */
  beat(): void;
  listen(listener: Listener): AsyncIterableIterator<FeedItem>;
  /** True once the stream is being read. */
  following(): boolean;
  open(): number;
  endAll(): void;
}

const UNREAD = 500;

/** A hub; `onGap` is called when messages may have been missed. */
export function createFeedHub(clock: Clock, onGap: () => void): FeedHub {
  const recent = recentMessages();
  const outlets = new Map<Outlet<FeedItem>, Audience>();
  let at: FeedCursor | null = null;

  const cursor = (): string => formatCursor(at ?? { epoch: '', seq: 0 });
  const toAll = (kind: 'HEARTBEAT' | 'REFETCH'): void => {
    for (const outlet of outlets.keys()) outlet.push({ kind, cursor: cursor() });
  };

  function begin(place: FeedCursor): void {
    const missed = at !== null;
    at = place;
    recent.restart(place);
    if (!missed) return;
    onGap();
    toAll('REFETCH');
  }

  /** All items of a message but the last point before it, so that a page cut off between them gets all again. */
  function tell(outlet: Outlet<FeedItem>, audience: Audience, message: ViewMessage): void {
    if (!message.products && !message.customers.has(audience.customerId)) return;
    const { seq, announcements } = message;
    const own = announcements.filter((announcement) => isFor(announcement, audience));
    const epoch = at?.epoch ?? '';
    own.forEach((announcement, i) => {
      const last = i === own.length - 1;
      outlet.push({ ...announcement, cursor: formatCursor({ epoch, seq: last ? seq : seq - 1 }) });
    });
  }

  return {
    publish(events, place) {
      if (at === null || at.epoch !== place.epoch || at.seq + 1 !== place.seq) {
        begin({ epoch: place.epoch, seq: place.seq - 1 });
      }
      at = place;
      const message = viewMessage(
        place.seq,
        events.map(announcementOf).filter((a) => a !== null),
      );
      recent.add(message);
      for (const [outlet, audience] of outlets) tell(outlet, audience, message);
    },
    reach(place) {
      if (place.epoch === '' || (at?.epoch === place.epoch && at.seq === place.seq)) return;
      begin(place);
    },
    beat: () => toAll('HEARTBEAT'),
    listen(listener) {
      const timer = setTimeout(() => outlet.end(), Math.max(0, listener.endsAt - clock.now()));
      const outlet = createOutlet<FeedItem>({
        limit: UNREAD,
        overflow: (newest) => ({ kind: 'REFETCH', cursor: newest.cursor }),
        onTake: listener.onTake,
        onClose() {
          clearTimeout(timer);
          outlets.delete(outlet);
        },
      });
      if (listener.since !== null) {
        const missed = recent.after(parseCursor(listener.since));
        if (missed) for (const message of missed) tell(outlet, listener, message);
        else outlet.push({ kind: 'REFETCH', cursor: cursor() });
      }
      outlet.push({ kind: 'HEARTBEAT', cursor: cursor() });
      outlets.set(outlet, listener);
      return outlet;
    },
    following: () => at !== null,
    open: () => outlets.size,
    endAll() {
      for (const outlet of [...outlets.keys()]) outlet.end();
    },
  };
}
