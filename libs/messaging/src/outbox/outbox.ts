import { type Database, type HeldLock, takeLock } from '@evenkeel/postgres';
import { watchConnection } from '../connect.js';
import type { MessagingContext } from '../context.js';
import { every } from '../every.js';
import { STREAM_MAX_AGE_MS } from '../stream/streams.js';
import { outboxStore } from './outbox-store.js';
import type { OutboxRow } from './pack.js';
import { pruneMessages } from './prune.js';
import { startRelay } from './relay.js';
import { NEVER, rewindLostRows } from './rewind.js';
import { outboxSweep } from './sweep.js';

/** The advisory lock of the sweep, in each service's own database. */
const SWEEP_LOCK = 7_301;
const SWEEP_EVERY_MS = 1_000;
const PRUNE_EVERY_MS = 60_000;
const KEEP_SECONDS = STREAM_MAX_AGE_MS / 1_000;
const KEEP = { outboxSeconds: KEEP_SECONDS, inboxSeconds: KEEP_SECONDS * 2 };
const LONGEST_RETRY_MS = 5_000;

interface OutboxParts {
  readonly db: Database;
  readonly databaseUrl: string;
}

/** Starts relay, sweep, rewind and pruning of a service's outbox. */
export async function startOutbox(
  context: MessagingContext,
  parts: OutboxParts,
): Promise<{ handOver(rows: readonly OutboxRow[]): void }> {
  const js = context.nats.jetstream();
  const jsm = await context.nats.jetstreamManager();
  const store = outboxStore(parts.db);
  let created: ReadonlyMap<string, string> = new Map();
  let lock: HeldLock | null = null;
  let disconnects = 0;
  let silent = false;
  let stopped = false;
  const relay = startRelay(context, {
    js,
    store,
    streamCreated: (stream) => created.get(stream) ?? NEVER,
    onSilence: () => {
      silent = true;
    },
  });
  const sweep = outboxSweep(context, store, relay);

  /** Are the streams still the ones that we published to? Nothing is published before that is known. */
  async function compareStreams(): Promise<void> {
    relay.gate.close();
    silent = false;
    for (let tries = 0; !stopped; tries += 1) {
      const before = disconnects;
      try {
        await relay.marked();
        created = await rewindLostRows(context, { jsm, store });
        sweep.lookAtAll();
        if (before === disconnects) return relay.gate.open();
      } catch (error) {
        const details = { err: error, tries };
        context.log.warn(details, 'Could not compare the streams with the outbox; trying again');
        await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_RETRY_MS, 100 * 2 ** tries)));
      }
    }
  }

  async function tick(): Promise<void> {
    if (silent && !relay.gate.isClosed) await compareStreams();
    if (!lock?.held()) lock = await takeLock(parts.databaseUrl, SWEEP_LOCK, [1]);
    if (lock) await sweep.run();
  }

  async function prune(): Promise<void> {
    if (lock?.held()) await pruneMessages(store, jsm, KEEP);
  }

  let comparing = compareStreams();
  await comparing;
  watchConnection(context.nats, {
    lost() {
      disconnects += 1;
      relay.gate.close();
    },
    back() {
      comparing = comparing.then(compareStreams);
    },
  });
  const sweeping = every(context, { ms: SWEEP_EVERY_MS, what: 'sweep the outbox', run: tick });
  const pruning = every(context, { ms: PRUNE_EVERY_MS, what: 'prune the outbox', run: prune });
  context.onStop('outbox', async () => {
    stopped = true;
    await relay.stop();
    await Promise.all([sweeping.stop(), pruning.stop()]);
    await lock?.release();
  });
  return { handOver: (rows) => relay.handOver(rows) };
}
