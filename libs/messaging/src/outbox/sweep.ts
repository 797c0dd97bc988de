import type { MessagingContext } from '../context.js';
import type { OutboxStore } from './outbox-store.js';
import type { Relay } from './relay.js';

const BATCH = 500;
/** Whatever made a row of long ago unsent again, it is found after this. */
const LOOK_AT_ALL_EVERY_MS = 5 * 60_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Publishes rows that nobody published: of a process that died, of a commit whose outcome was unknown, of a time
 * without broker, of a rewind. One instance at a time does it.
 */
export function outboxSweep(
  context: Pick<MessagingContext, 'meter' | 'faults'>,
  store: Pick<OutboxStore, 'unsent'>,
  relay: Pick<Relay, 'publish'>,
) {
  /** Since when no row but a recent one can be unsent; null while that is not known. */
  let cleanSince: number | null = null;
  return {
    /** Looks at every kept row in the next run. */
    lookAtAll() {
      cleanSince = null;
    },
    async run(): Promise<void> {
      const now = performance.now();
      const all = cleanSince === null || now - cleanSince > LOOK_AT_ALL_EVERY_MS;
      let after = BEFORE_ALL;
      let left = 0;
      for (;;) {
        const rows = await store.unsent({ among: all ? 'all' : 'recent', after, limit: BATCH });
        if (rows.length === 0) break;
        if (context.faults.armed) await context.faults.cross('outbox.sweeping');
        const notTaken = await relay.publish(rows);
        context.meter.count('outbox_swept_total', {}, rows.length - notTaken);
        left += notTaken;
        after = rows[rows.length - 1]?.id ?? after;
        if (notTaken === rows.length || rows.length < BATCH) break;
      }
      if (left > 0) cleanSince = null;
      else if (all) cleanSince = now;
    },
  };
}
