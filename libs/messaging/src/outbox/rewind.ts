import { type JetStreamManager, NatsError } from 'nats';
import type { MessagingContext } from '../context.js';
import { dropDurablesBeyondEnd } from '../stream/durable.js';
import { createdAt, declaredStreams, ensureStreams, streamInfo } from '../stream/streams.js';
import type { OutboxStore } from './outbox-store.js';

const MESSAGE_NOT_FOUND = 10_037;
/** The creation time of a stream that nobody has looked at. */
export const NEVER = '1970-01-01T00:00:00.000Z';

export interface RewindParts {
  readonly jsm: JetStreamManager;
  readonly store: Pick<OutboxStore, 'sentTo' | 'newestMark' | 'forgetSent'>;
}

/**
 * Finds out whether the broker lost what it had acknowledged (it syncs to disk only now and then, and its store may
 * be wiped), and if so forgets that it was sent, so that every kept row of that stream is published again. Durables
 * that stand beyond the end of such a stream are made anew. Returns when each declared stream was made.
 */
export async function rewindLostRows(
  context: Pick<MessagingContext, 'log' | 'meter' | 'faults'>,
  parts: RewindParts,
): Promise<ReadonlyMap<string, string>> {
  const names = declaredStreams().map(({ name }) => name);
  const infos = await ensureStreams(parts.jsm, new Set(names));
  const created = new Map(infos.map((info) => [info.config.name, createdAt(info)]));
  for (const stream of await parts.store.sentTo(names)) {
    const rows = await rewindStream(parts, stream, created.get(stream) ?? NEVER);
    if (rows > 0) {
      if (context.faults.armed) await context.faults.cross('relay.rewinding');
      context.meter.count('outbox_rewound_total', { stream }, rows);
      context.log.warn({ stream, rows }, 'The broker lost messages; publishing the kept rows again');
    }
    const durables = await dropDurablesBeyondEnd(parts.jsm, stream);
    if (durables.length > 0) {
      context.log.warn(
        { stream, durables },
        'Durables stood beyond the end of their stream; making them anew',
      );
    }
  }
  return created;
}

async function rewindStream({ jsm, store }: RewindParts, stream: string, created: string): Promise<number> {
  const elsewhere = await store.forgetSent(stream, { streamCreated: created });
  const newest = await store.newestMark(stream);
  if (!newest || (await isStored(jsm, stream, newest))) return elsewhere;
  return elsewhere + (await store.forgetSent(stream));
}

/** Whether the broker still has what it once acknowledged, in a stream that was made at that time. */
export async function stillThere(
  jsm: JetStreamManager,
  stream: string,
  mark: { readonly id: string; readonly seq: number; readonly streamCreated: Date },
): Promise<boolean> {
  const info = await streamInfo(jsm, stream);
  if (!info || createdAt(info) !== mark.streamCreated.toISOString()) return false;
  return isStored(jsm, stream, mark);
}

/** Whether the message at this sequence carries this id. */
async function isStored(
  jsm: JetStreamManager,
  stream: string,
  { id, seq }: { readonly id: string; readonly seq: number },
): Promise<boolean> {
  const { state } = await jsm.streams.info(stream);
  // Aged out, not lost: the stream's own limits removed it.
  if (seq < state.first_seq) return state.last_seq >= seq;
  try {
    const message = await jsm.streams.getMessage(stream, { seq });
    return message.header.get('Nats-Msg-Id') === id;
  } catch (error) {
    if (error instanceof NatsError && error.api_error?.err_code === MESSAGE_NOT_FOUND) return false;
    throw error;
  }
}
