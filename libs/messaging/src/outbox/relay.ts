import { messageByType } from '@evenkeel/contracts';
import type { JetStreamClient, PubAck } from 'nats';
import { headers } from 'nats';
import type { MessagingContext } from '../context.js';
import { streamOf, subjectOf } from '../stream/names.js';
import { childSpan } from '../trace.js';
import type { OutboxStore, SentMark } from './outbox-store.js';
import type { OutboxRow } from './pack.js';

/** Rows kept in memory for publishing; more than this are left to the sweep. */
const MAX_WAITING = 5_000;
const MARK_EVERY_MS = 50;
const PUBLISH_TIMEOUT_MS = 5_000;

/**
 * Publishes what was committed. Every instance hands its own rows over after its own commit and publishes them
 * without a lock; whatever is lost on that way (a crash, a broker that is down, a commit of unknown outcome) is
 * found by the sweep. Repeated publishing is absorbed by `Nats-Msg-Id` and by the inbox.
 */
export interface Relay {
  /** Takes rows that were committed just now. */
  handOver(rows: readonly OutboxRow[]): void;
  /** Publishes rows and returns how many the broker took. */
  publish(rows: readonly OutboxRow[]): Promise<number>;
  /** Holds publishing back until `check` has passed: nothing may be published before the streams were compared. */
  holdWhile(check: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export interface RelayParts {
  readonly js: JetStreamClient;
  readonly store: OutboxStore;
  /** Creation time of a stream, as it was when it was last looked at. */
  readonly streamCreated: (stream: string) => string;
}

export function startRelay(context: MessagingContext, parts: RelayParts): Relay {
  let waiting: OutboxRow[] = [];
  let marks: SentMark[] = [];
  let running: Promise<void> | undefined;
  let marking: Promise<void> | undefined;
  let gate: Promise<void> = Promise.resolve();
  let stopped = false;

  async function publishOne(row: OutboxRow): Promise<SentMark | null> {
    const definition = messageByType.get(row.type);
    if (!definition) throw new Error(`The outbox holds ${row.type}, which nobody declared`);
    const head = headers();
    head.set('traceparent', childSpan(null));
    try {
      const ack: PubAck = await parts.js.publish(subjectOf(definition), row.payload, {
        msgID: row.id,
        headers: head,
        timeout: PUBLISH_TIMEOUT_MS,
      });
      context.meter.count('outbox_published_total', { type: row.type }, row.events);
      context.meter.count('stream_messages_total', { type: row.type });
      const stream = streamOf(definition.kind, definition.owner);
      return { id: row.id, stream, streamCreated: parts.streamCreated(stream), seq: ack.seq };
    } catch (error) {
      context.meter.count('outbox_publish_failed_total', { type: row.type });
      context.log.warn(
        { err: error, type: row.type, row: row.id },
        'The broker did not take a row; the sweep will',
      );
      return null;
    }
  }

  async function publish(rows: readonly OutboxRow[]): Promise<number> {
    await gate;
    const stored = (await Promise.all(rows.map(publishOne))).filter((mark) => mark !== null);
    marks.push(...stored);
    if (marks.length > 0) marking ??= flushMarks();
    return stored.length;
  }

  async function flushMarks(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, MARK_EVERY_MS));
    const batch = marks;
    marks = [];
    try {
      await parts.store.markSent(batch);
    } catch (error) {
      // Unmarked rows are published again by the sweep, which costs a duplicate and loses nothing.
      context.log.warn({ err: error, rows: batch.length }, 'Could not note what was published');
    }
    marking = marks.length > 0 && !stopped ? flushMarks() : undefined;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting;
      waiting = [];
      await publish(rows);
    }
  }

  function wake(): void {
    if (running || waiting.length === 0) return;
    running = drain().finally(() => {
      running = undefined;
      wake();
    });
  }

  return {
    handOver(rows) {
      if (stopped || waiting.length + rows.length > MAX_WAITING) return;
      waiting.push(...rows);
      wake();
    },
    publish,
    holdWhile(check) {
      gate = gate.then(check);
      return gate;
    },
    async stop() {
      await running;
      stopped = true;
      while (marking) await marking;
      if (marks.length > 0) await parts.store.markSent(marks);
    },
  };
}
