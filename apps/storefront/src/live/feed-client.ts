import { FEED_TOPICS, type FeedEvent, type FeedTopic, type FromWorker, type ToWorker } from './feed-event.js';

type Handler = (event: FeedEvent) => void;
type Send = (message: ToWorker) => void;

const handlers = new Map<Handler, readonly FeedTopic[]>();
const stateListeners = new Set<() => void>();
let cut: number | null = null;
let send: Send | null = null;
/** Where the first request of a visitor makes the session, the feed waits for it. */
let allowed = false;

function take(message: FromWorker): void {
  if (message.type === 'event') {
    for (const handler of handlers.keys()) handler(message.event);
    return;
  }
  cut = message.state === 'cut' ? (cut ?? Date.now()) : null;
  for (const listener of stateListeners) listener();
}

/** One connection for all tabs, held by a worker that they share. */
function shared(): Send {
  const worker = new SharedWorker(new URL('./feed-worker.ts', import.meta.url), {
    type: 'module',
    name: 'feed',
  });
  worker.port.onmessage = ({ data }: MessageEvent<FromWorker>) => take(data);
  addEventListener('pagehide', () => worker.port.postMessage({ type: 'bye' } satisfies ToWorker));
  addEventListener('pageshow', (event) => event.persisted && announce());
  return (message) => worker.port.postMessage(message);
}

/** Where workers cannot be shared, this tab holds a connection of its own; few browsers need the code for it. */
function ownWhenLoaded(): Send {
  const loaded = import('./own-feed.js').then(({ ownFeed }) => ownFeed(take));
  return (message) => void loaded.then((sendOwn) => sendOwn(message));
}

function announce(): void {
  if (!allowed) return;
  const wanted = new Set([...handlers.values()].flat());
  if (wanted.size === 0 && !send) return;
  send ??= typeof SharedWorker === 'undefined' ? ownWhenLoaded() : shared();
  send({ type: 'want', topics: FEED_TOPICS.filter((topic) => wanted.has(topic)) });
}

/** There is a session: from now on there may be a feed. */
export function allowFeed(): void {
  allowed = true;
  announce();
}

/**
 * Keeps the feed shut while the session changes hands. A connection that opened itself in that moment would carry
 * the old cookie and be given a session of its own, which would take the place of the new one.
 */
export async function withoutFeed<Result>(work: () => Promise<Result>): Promise<Result> {
  send?.({ type: 'pause' });
  try {
    return await work();
  } finally {
    send?.({ type: 'restart' });
  }
}

/** Hears everything about these topics, and every REFETCH, until the answer is called. */
export function onFeed(topics: readonly FeedTopic[], handler: Handler): () => void {
  handlers.set(handler, topics);
  announce();
  return () => {
    handlers.delete(handler);
    announce();
  };
}

export function onLiveState(listener: () => void): () => void {
  stateListeners.add(listener);
  return () => stateListeners.delete(listener);
}

/** Since when what is on screen may be old, in ms; null while news arrive. */
export function cutSince(): number | null {
  return cut;
}
