import { type Database, type HeldLock, takeLock } from '@evenkeel/postgres';
import type { MessagingContext } from '../context.js';
import { every } from '../every.js';
import { declaredStreams, ensureStreams, STREAM_MAX_AGE_MS } from '../stream/streams.js';
import { outboxStore } from './outbox-store.js';
import type { OutboxRow } from './pack.js';
import { startRelay } from './relay.js';
import { rewindLostRows } from './rewind.js';
import { outboxSweep } from './sweep.js';

/** The advisory lock of the sweep, in each service's own database. */
const SWEEP_LOCK = 7_301;
const SWEEP_EVERY_MS = 1_000;
const PRUNE_EVERY_MS = 60_000;
const KEEP_SECONDS = STREAM_MAX_AGE_MS / 1_000;

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
  const created = new Map<string, string>();
  const relay = startRelay(context, {
    js,
    store,
    streamCreated: (stream) => created.get(stream) ?? '1970-01-01',
  });
  const sweep = outboxSweep(context, store, relay);
  let lock: HeldLock | null = null;
  let stopped = false;

  /** Before anything is published after a (re)connect: are the streams still the ones we published to? */
  async function compareStreams(): Promise<void> {
    for (let tries = 0; !stopped; tries += 1) {
      try {
        const all = declaredStreams().map((stream) => stream.name);
        await ensureStreams(jsm, new Set(all));
        if ((await rewindLostRows(context, store, jsm)) > 0) sweep.rewind();
        for (const name of all) created.set(name, (await jsm.streams.info(name)).created);
        return;
      } catch (error) {
        context.log.warn(
          { err: error, tries },
          'Could not compare the streams with the outbox; trying again',
        );
        await new Promise((resolve) => setTimeout(resolve, Math.min(5_000, 100 * 2 ** tries)));
      }
    }
  }

  async function tick(): Promise<void> {
    if (!lock?.held()) lock = await takeLock(parts.databaseUrl, SWEEP_LOCK, [1]);
    if (lock) await sweep.run();
  }

  async function prune(): Promise<void> {
    if (!lock?.held()) return;
    for (const stream of await store.streams()) {
      const floors = (await jsm.consumers.list(stream).next()).map(
        (consumer) => consumer.ack_floor.stream_seq,
      );
      await store.prune(stream, Math.min(...floors, Number.MAX_SAFE_INTEGER), KEEP_SECONDS);
    }
    await store.pruneInbox(KEEP_SECONDS * 2);
  }

  await relay.holdWhile(compareStreams);
  void (async () => {
    for await (const status of context.nats.status()) {
      if (status.type === 'reconnect') await relay.holdWhile(compareStreams);
    }
  })();
  const sweeping = every(context, { ms: SWEEP_EVERY_MS, what: 'sweep the outbox', run: tick });
  const pruning = every(context, { ms: PRUNE_EVERY_MS, what: 'prune the outbox', run: prune });
  context.onStop('outbox', async () => {
    await sweeping.stop();
    await pruning.stop();
    await relay.stop();
    stopped = true;
    await lock?.release();
  });
  return { handOver: (rows) => relay.handOver(rows) };
}
