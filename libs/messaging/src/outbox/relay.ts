import { type AnyMessage, messageByType } from '@evenkeel/contracts';
import { type JetStreamClient, NatsError } from 'nats';
import type { MessagingContext } from '../context.js';
import { publishRow } from '../stream/publish-row.js';
import { Gate } from './gate.js';
import type { OutboxStore, SentMark } from './outbox-store.js';
import type { OutboxRow } from './pack.js';

/** Rows kept in memory for publishing; more than this are left to the sweep. */
const MAX_WAITING = 5_000;
const MARK_EVERY_MS = 50;
/** After this a stop leaves the rest to the sweep of the next process. */
const STOP_WITHIN_MS = 3_000;

/**
 * Publishes what was committed. Every instance hands its own rows over after its own commit and publishes them
 * without a lock; whatever is lost on that way (a crash, a broker that is down, a commit of unknown outcome) is
 * found by the sweep. Repeated publishing is absorbed by `Nats-Msg-Id` and by the inbox.
 */
export interface Relay {
  /** Closed: nothing is published until the streams were compared. */
  readonly gate: Gate;
  /** Takes rows that were committed just now. */
  handOver(rows: readonly OutboxRow[]): void;
  /** Publishes rows and returns how many the broker did not take, which may succeed later. */
  publish(rows: readonly OutboxRow[]): Promise<number>;
  /** Resolves when everything that was acknowledged is noted. */
  marked(): Promise<void>;
  /** Publishes what waits, if the broker is there, and notes it. */
  stop(): Promise<void>;
}

export interface RelayParts {
  readonly js: JetStreamClient;
  readonly store: Pick<OutboxStore, 'markSent'>;
  /** Creation time of a stream, as it was when it was last looked at. */
  readonly streamCreated: (stream: string) => string;
  /** The broker was silent: it may have lost a stream without losing the connection. */
  readonly onSilence: () => void;
}

export function startRelay(context: MessagingContext, parts: RelayParts): Relay {
  const gate = new Gate();
  let waiting: OutboxRow[] = [];
  let marks: SentMark[] = [];
  let running: Promise<void> | undefined;
  let marking: Promise<void> | undefined;
  let stopped = false;

  async function publishOne(row: OutboxRow, definition: AnyMessage): Promise<boolean> {
    const { faults } = context;
    try {
      if (faults.armed) await faults.cross('relay.before-publish');
      const { stream, seq } = await publishRow({ js: parts.js, meter: context.meter }, row, definition);
      if (faults.armed) await faults.cross('relay.after-publish');
      context.meter.count('outbox_published_total', { type: row.type }, row.events);
      marks.push({ id: row.id, stream, streamCreated: parts.streamCreated(stream), seq });
      return true;
    } catch (error) {
      context.meter.count('outbox_publish_failed_total', { type: row.type });
      const details = { err: error, type: row.type, row: row.id };
      context.log.warn(details, 'The broker did not take a row; the sweep will publish it');
      const refused = error instanceof NatsError && error.api_error !== undefined;
      if (!refused) parts.onSilence();
      return false;
    }
  }

  async function publish(rows: readonly OutboxRow[]): Promise<number> {
    if (!(await gate.passed())) return rows.length;
    const taken = await Promise.all(
      rows.map((row) => {
        const definition = messageByType.get(row.type);
        if (definition) return publishOne(row, definition);
        // Left by another version of this service; it must not hold up the rows behind it.
        context.log.error({ type: row.type, row: row.id }, 'The outbox holds a message that nobody declared');
        return true;
      }),
    );
    if (marks.length > 0) marking ??= writeMarks();
    return taken.filter((one) => !one).length;
  }

  async function writeMarks(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, MARK_EVERY_MS));
    const batch = marks;
    marks = [];
    try {
      if (context.faults.armed) await context.faults.cross('relay.before-mark');
      await parts.store.markSent(batch);
    } catch (error) {
      // Unmarked rows are published again by the sweep, which costs a duplicate and loses nothing.
      context.log.warn({ err: error, rows: batch.length }, 'Could not note what was published');
    }
    marking = marks.length > 0 ? writeMarks() : undefined;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting;
      waiting = [];
      await publish(rows);
    }
    running = undefined;
  }

  async function marked(): Promise<void> {
    while (marking) await marking;
  }

  return {
    gate,
    handOver(rows) {
      if (stopped || waiting.length + rows.length > MAX_WAITING) return;
      waiting.push(...rows);
      if (waiting.length > 0) running ??= drain();
    },
    publish,
    marked,
    async stop() {
      stopped = true;
      gate.abandon();
      const flushed = Promise.resolve(running).then(marked);
      await Promise.race([flushed, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS))]);
    },
  };
}
