import { type AnyMessage, messages } from '@evenkeel/contracts';
import {
  DiscardPolicy,
  type JetStreamManager,
  NatsError,
  nanos,
  RetentionPolicy,
  type StreamConfig,
} from 'nats';
import { deadStreamOf, streamOf, subjectsOf } from './names.js';

const HOUR = 3_600_000;
/** Older messages leave the stream; the inbox remembers longer and the outbox no longer than this. */
export const STREAM_MAX_AGE_MS = 24 * HOUR;
const STREAM_MAX_BYTES = 512 * 1024 ** 2;
/** Past this window a repeated publish is stored again, and the inbox absorbs it. */
const DUPLICATE_WINDOW_MS = 120_000;

type Wanted = Pick<StreamConfig, 'name' | 'subjects'>;

/** The streams of the registry: one for each kind and owner. */
export function declaredStreams(): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { kind, owner } of messages as readonly AnyMessage[]) {
    const name = streamOf(kind, owner);
    wanted.set(name, { name, subjects: [subjectsOf(kind, owner)] });
  }
  return [...wanted.values()];
}

function config(wanted: Wanted): Partial<StreamConfig> & { name: string } {
  return {
    ...wanted,
    retention: RetentionPolicy.Limits,
    // A full stream refuses, and the relay keeps the row: nothing is thrown away to make room.
    discard: DiscardPolicy.New,
    max_age: nanos(STREAM_MAX_AGE_MS),
    max_bytes: STREAM_MAX_BYTES,
    duplicate_window: nanos(DUPLICATE_WINDOW_MS),
    allow_direct: false,
  };
}

/** Makes the stream unless it is there; two processes may do so at once. */
async function ensureStream(jsm: JetStreamManager, wanted: Wanted): Promise<void> {
  try {
    await jsm.streams.info(wanted.name);
  } catch (error) {
    if (!(error instanceof NatsError && error.api_error?.err_code === 10_059)) throw error;
    await jsm.streams.add(config(wanted));
  }
}

/** Declares the streams that a service needs: those it owns and those it follows. */
export async function ensureStreams(jsm: JetStreamManager, names: ReadonlySet<string>): Promise<void> {
  const wanted = declaredStreams().filter((stream) => names.has(stream.name));
  await Promise.all(wanted.map((stream) => ensureStream(jsm, stream)));
}

/** Declares the stream that keeps the dead letters of a service without Postgres. */
export function ensureDeadStream(jsm: JetStreamManager, service: string): Promise<void> {
  return ensureStream(jsm, { name: deadStreamOf(service), subjects: [`dead.${service}.>`] });
}
