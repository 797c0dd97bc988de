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

/** Packs messages by type, in order, cut where a row would grow too large. */
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
