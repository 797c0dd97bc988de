import type { JetStreamManager } from 'nats';
import { NatsError } from 'nats';
import type { MessagingContext } from '../context.js';
import type { OutboxStore } from './outbox-store.js';

const MESSAGE_NOT_FOUND = 10_037;
const STREAM_NOT_FOUND = 10_059;

/**
 * Finds out whether the broker lost what it had acknowledged (it syncs to disk only now and then, and its store may
 * be wiped): the message at our highest acknowledged sequence must still carry our id, in the same stream. If not,
 * every kept row of that stream is published again. Returns the number of rows that will be.
 */
export async function rewindLostRows(
  context: MessagingContext,
  store: OutboxStore,
  jsm: JetStreamManager,
): Promise<number> {
  let rewound = 0;
  for (const stream of await store.streams()) {
    const newest = await store.newestMark(stream);
    if (!newest) continue;
    if (await stillThere(jsm, stream, newest)) continue;
    const rows = await store.forgetSent(stream);
    rewound += rows;
    context.meter.count('outbox_rewound_total', { stream }, rows);
    context.log.warn(
      { stream, seq: newest.seq, rows },
      'The broker lost messages; publishing the kept rows again',
    );
  }
  return rewound;
}

/** Whether the message at this sequence still carries this id, in the same stream. */
export async function stillThere(
  jsm: JetStreamManager,
  stream: string,
  newest: { ids: string[]; seq: number; streamCreated: Date },
): Promise<boolean> {
  try {
    const info = await jsm.streams.info(stream);
    if (Date.parse(info.created) !== newest.streamCreated.getTime()) return false;
    // Aged out, not lost: the stream's own limits removed it.
    if (newest.seq < info.state.first_seq) return info.state.last_seq >= newest.seq;
    const message = await jsm.streams.getMessage(stream, { seq: newest.seq });
    return newest.ids.length === 1 && message.header.get('Nats-Msg-Id') === newest.ids[0];
  } catch (error) {
    if (error instanceof NatsError) {
      const code = error.api_error?.err_code;
      if (code === MESSAGE_NOT_FOUND || code === STREAM_NOT_FOUND) return false;
    }
    throw error;
  }
}
