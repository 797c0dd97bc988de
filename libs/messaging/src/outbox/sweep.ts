import type { MessagingContext } from '../context.js';
import type { OutboxStore } from './outbox-store.js';
import type { Relay } from './relay.js';

const BATCH = 500;
/** Rows that commit late carry an earlier time; looking this far back again misses none of them. */
const LOOK_BACK_MS = 60_000;
/** Already published, mark not yet written: not worth a second publish. */
const SEEN_FOR_MS = 10_000;

/**
 * Publishes rows that nobody published: of a process that died, of a commit whose outcome was unknown, of a time
 * without broker. One instance at a time does it. Returns how many rows it found.
 */
export function outboxSweep(context: MessagingContext, store: OutboxStore, relay: Relay) {
  let since = new Date(0);
  return {
    /** Begin from the oldest kept row again. */
    rewind() {
      since = new Date(0);
    },
    async run(): Promise<number> {
      const begun = context.clock.now();
      let found = 0;
      for (;;) {
        const rows = await store.unsent(since, BATCH);
        if (rows.length === 0) break;
        found += rows.length;
        const taken = await relay.publish(rows);
        context.meter.count('outbox_swept_total', {}, taken);
        if (taken < rows.length || rows.length < BATCH) break;
        since = rows[rows.length - 1]?.at ?? since;
      }
      if (found === 0) since = new Date(begun - LOOK_BACK_MS - SEEN_FOR_MS);
      return found;
    },
  };
}
