import { type Envelope, type EventId, newId } from '@evenkeel/kernel';

/** All messages of one type that one transaction produced: one row, one stream message. */
export interface OutboxRow {
  /** The `Nats-Msg-Id`. */
  readonly id: string;
  readonly type: string;
  /** JSON array of envelopes. */
  readonly payload: string;
  readonly events: number;
}

const MAX_EVENTS = 200;
/** Well under the broker's limit of 1 MiB a message. */
const MAX_CHARACTERS = 256 * 1024;

/** Said in a transaction, and larger than a message may be: the transaction is taken back, since nobody would ever get it. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
}

/**
 * Packs messages by type, in order, cut where a row would grow too large. Throws `MessageTooLarge` for one that is so
 * by itself.
 */
export function packOutbox(messages: readonly Envelope[]): OutboxRow[] {
  const open = new Map<string, { parts: string[]; size: number }>();
  const rows: OutboxRow[] = [];
  const close = (type: string) => {
    const row = open.get(type);
    if (!row) return;
    open.delete(type);
    rows.push({ id: newId<EventId>(), type, payload: `[${row.parts.join(',')}]`, events: row.parts.length });
  };
  for (const message of messages) {
    const json = JSON.stringify(message);
    if (json.length > MAX_CHARACTERS) {
      throw new MessageTooLarge(
        `A ${message.type} has ${json.length} characters, and ${MAX_CHARACTERS} are the most: say less in it, or say where the rest is`,
      );
    }
    const current = open.get(message.type);
    if (current && (current.parts.length >= MAX_EVENTS || current.size + json.length > MAX_CHARACTERS)) {
      close(message.type);
    }
    const row = open.get(message.type) ?? { parts: [], size: 0 };
    row.parts.push(json);
    row.size += json.length;
    open.set(message.type, row);
  }
  for (const type of [...open.keys()]) close(type);
  return rows;
}
