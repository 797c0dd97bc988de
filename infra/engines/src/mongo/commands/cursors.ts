import { Long } from 'bson';
import { Draft } from '../bson/draft.js';
import { BsonType } from '../bson/types.js';
import { CommandError } from '../errors.js';
import { cursorReply, NAMES } from './cursor-reply.js';

/** The original forgets a cursor that nobody asked for during ten minutes. */
const IDLE_MS = 10 * 60_000;

const FIRST_BATCH = 101;

const BATCH_BYTES = 15 * 1024 * 1024;

/** What is left of a result. It holds the bytes of that moment: later changes are not seen. */
interface Cursor {
  ns: string;
  docs: Buffer[];
  at: number;
  show: (bytes: Buffer) => Buffer;
  usedAt: number;
}

interface Result {
  ns: string;
  docs: Buffer[];
  /** Applied to a document when it is sent. */
  show?: (bytes: Buffer) => Buffer;
  batchSize: number | undefined;
  /** Whether the rest is not wanted. */
  single?: boolean;
}

/** Results that are fetched in several batches. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();
  private lastId = Math.floor(Math.random() * 2 ** 40);

  /** Answers the first batch of a result and keeps the rest. */
  first({ ns, docs, show = (bytes) => bytes, batchSize = FIRST_BATCH, single = false }: Result): Draft {
    const cursor: Cursor = { ns, docs, at: 0, show, usedAt: Date.now() };
    const batch = nextBatch(cursor, batchSize);
    if (single || cursor.at === docs.length)
      return cursorReply(NAMES.firstBatch, batch, { ns, id: Long.ZERO });
    this.forgetIdle();
    const id = Long.fromNumber(++this.lastId);
    this.open.set(id.toString(), cursor);
    return cursorReply(NAMES.firstBatch, batch, { ns, id });
  }

  /** Answers the next batch. Throws CursorNotFound. */
  next(id: Long, ns: string, batchSize: number | undefined): Draft {
    const cursor = this.open.get(id.toString());
    if (cursor === undefined) throw new CommandError(43, `cursor id ${id.toString()} not found`);
    if (cursor.ns !== ns) {
      throw new CommandError(
        13,
        `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${cursor.ns}`,
      );
    }
    cursor.usedAt = Date.now();
    const batch = nextBatch(cursor, batchSize === 0 ? undefined : batchSize);
    if (cursor.at < cursor.docs.length) return cursorReply(NAMES.nextBatch, batch, { ns, id });
    this.open.delete(id.toString());
    return cursorReply(NAMES.nextBatch, batch, { ns, id: Long.ZERO });
  }

  /** Forgets a cursor; answers whether there was one. */
  kill(id: Long): boolean {
    return this.open.delete(id.toString());
  }

  private forgetIdle(): void {
    const since = Date.now() - IDLE_MS;
    for (const [id, { usedAt }] of this.open) if (usedAt < since) this.open.delete(id);
  }
}

export function nextBatch(cursor: Cursor, size = Number.POSITIVE_INFINITY): Draft {
  const batch = new Draft(undefined, 0, true);
  let bytes = 0;
  while (cursor.at < cursor.docs.length && batch.length < size) {
    const shown = cursor.show(cursor.docs[cursor.at] as Buffer);
    bytes += shown.length;
    if (bytes > BATCH_BYTES && batch.length > 0) break;
    batch.append(NAMES.element, { type: BsonType.object, bytes: shown, start: 0, end: shown.length });
    cursor.at++;
  }
  return batch;
}
