import { type AnyMessage, durableSubscriptions, messages } from '@evenkeel/contracts';
import {
  DiscardPolicy,
  type JetStreamManager,
  NatsError,
  nanos,
  RetentionPolicy,
  type StreamConfig,
  type StreamInfo,
} from 'nats';
import { deadStreamOf, streamOf, subjectsOf } from './names.js';

const HOUR = 3_600_000;
/** Older messages leave the stream; the inbox remembers longer and the outbox no longer than this. */
export const STREAM_MAX_AGE_MS = 24 * HOUR;
const STREAM_MAX_BYTES = 512 * 1024 ** 2;
/** Past this window a repeated publish is stored again, and the inbox absorbs it. */
const DUPLICATE_WINDOW_MS = 120_000;
const STREAM_NOT_FOUND = 10_059;

type Wanted = Pick<StreamConfig, 'name' | 'subjects' | 'discard'> &
  Partial<Pick<StreamConfig, 'max_age' | 'max_msgs_per_subject'>>;

/** Streams that somebody must have the whole of. */
const followed = new Set(
  durableSubscriptions.flatMap(({ messages: all }) => all.map(({ kind, owner }) => streamOf(kind, owner))),
);

/** The streams of the registry: one for each kind and owner. */
export function declaredStreams(): (Wanted & { readonly owner: string })[] {
  const wanted = new Map(
    (messages as readonly AnyMessage[]).map(({ kind, owner }) => {
      const name = streamOf(kind, owner);
      // A full stream refuses, and the relay keeps the row: nothing is thrown away to make room. What only tells of
      // now makes room for what is newer.
      const discard = followed.has(name) ? DiscardPolicy.New : DiscardPolicy.Old;
      return [name, { name, owner, discard, subjects: [subjectsOf(kind, owner)] }];
    }),
  );
  return [...wanted.values()];
}

const limits = {
  max_age: nanos(STREAM_MAX_AGE_MS),
  max_bytes: STREAM_MAX_BYTES,
  duplicate_window: nanos(DUPLICATE_WINDOW_MS),
};

/** Makes the stream unless it is there, with the limits of today; two processes may do so at once. */
async function ensureStream(jsm: JetStreamManager, wanted: Wanted): Promise<StreamInfo> {
  const { name, subjects, ...own } = wanted;
  const today = { ...limits, ...own };
  const known = await streamInfo(jsm, name);
  if (!known) {
    const { Limits: retention } = RetentionPolicy;
    return jsm.streams.add({ name, subjects, ...today, retention, allow_direct: false });
  }
  const { config } = known;
  const same = (Object.keys(today) as (keyof typeof today)[]).every((key) => config[key] === today[key]);
  return same ? known : jsm.streams.update(name, today);
}

/** What the broker says of a stream, or null when it has none of that name. */
export async function streamInfo(jsm: JetStreamManager, name: string): Promise<StreamInfo | null> {
  try {
    return await jsm.streams.info(name);
  } catch (error) {
    if (error instanceof NatsError && error.api_error?.err_code === STREAM_NOT_FOUND) return null;
    throw error;
  }
}

/** Declares the streams of these names, those that a service owns, follows or publishes to. */
export async function ensureStreams(
  jsm: JetStreamManager,
  names: ReadonlySet<string>,
): Promise<StreamInfo[]> {
  const wanted = declaredStreams().filter((stream) => names.has(stream.name));
  return Promise.all(wanted.map(({ owner: _, ...stream }) => ensureStream(jsm, stream)));
}

/** Declares the stream that keeps the dead letters of a service without Postgres. */
export function ensureDeadStream(jsm: JetStreamManager, service: string): Promise<StreamInfo> {
  return ensureStream(jsm, {
    name: deadStreamOf(service),
    subjects: [`dead.${service}.>`],
    discard: DiscardPolicy.New,
    // A letter lies there until somebody has seen to it, and is rewritten in its place.
    max_age: 0,
    max_msgs_per_subject: 1,
  });
}

/** When the stream was made, to the millisecond, which is what a database gives back unchanged. */
export const createdAt = (info: StreamInfo): string => new Date(info.created).toISOString();
