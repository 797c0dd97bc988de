import { shopFetch } from '../graphql/fetch-by-name.js';
import { FEED_DOCUMENT } from './feed-document.js';
import type { FeedEvent, FeedTopic, LiveState } from './feed-event.js';
import { backoffMs, type FeedLine, NOTHING_READ, SILENCE_MS, takeLine } from './feed-progress.js';
import { sseParser } from './sse-parser.js';

const SHORT_LIFE_MS = 5_000;
/** From one page that listens to the next, with one in between that does not. */
const LINGER_MS = 30_000;

interface Listener {
  onEvent(event: FeedEvent): void;
  onState(state: LiveState): void;
}

/** The one live connection: opens when somebody wants news, goes on from where it was, and tries again for ever. */
export class FeedConnection {
  readonly #listener: Listener;
  #topics: readonly FeedTopic[] = [];
  #progress = NOTHING_READ;
  #tries = 0;
  #paused = false;
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /**
   * Changes what is listened to. The same topics change nothing; nothing at all closes the connection after a
   * while, so that the next page that listens goes on from its cursor and need not read anew.
   */
  want(topics: readonly FeedTopic[]): void {
    clearTimeout(this.#lingering);
    if (topics.length > 0) this.#listenTo(topics);
    else this.#lingering = setTimeout(() => this.#listenTo([]), LINGER_MS);
  }

  #listenTo(topics: readonly FeedTopic[]): void {
    if (topics.join() === this.#topics.join()) return;
    this.#topics = topics;
    // After a time in which nobody listened, pages have read anew what they show: old news help nobody.
    if (topics.length === 0) this.#progress = NOTHING_READ;
    this.#open();
  }

  /** Shuts the connection until it is restarted. */
  pause(): void {
    this.#paused = true;
    this.#open();
  }

  /** Starts again from nowhere. */
  restart(): void {
    this.#paused = false;
    this.#progress = NOTHING_READ;
    this.#open();
  }

  #open(): void {
    this.#abort?.abort();
    this.#abort = null;
    clearTimeout(this.#timer);
    if (this.#paused || this.#topics.length === 0) return;
    const abort = new AbortController();
    this.#abort = abort;
    void this.#read(abort).catch((error: unknown) => {
      if (this.#abort !== abort) return;
      console.info('The live connection was cut; trying again.', error);
      this.#retry();
    });
  }

  #retry(): void {
    this.#listener.onState('cut');
    this.#timer = setTimeout(() => this.#open(), backoffMs(this.#tries++, Math.random()));
  }

  /** The server ends a connection when its identity does; one that has served its time goes on at once. */
  #goOn(since: number): void {
    if (Date.now() - since > SHORT_LIFE_MS) this.#open();
    else this.#retry();
  }

  async #read(abort: AbortController): Promise<void> {
    const { cursor } = this.#progress;
    this.#progress = { cursor, heard: false };
    const since = Date.now();
    let silence = setTimeout(() => abort.abort(), SILENCE_MS);
    try {
      const response = await shopFetch('/graphql', {
        method: 'POST',
        signal: abort.signal,
        headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
        body: JSON.stringify({ query: FEED_DOCUMENT, variables: { topics: this.#topics, since: cursor } }),
      });
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      if (!response.ok || !response.body || !isStream)
        throw new Error(`The feed answered ${response.status}`);
      const parse = sseParser();
      this.#listener.onState('live');
      for await (const piece of pieces(response.body)) {
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), SILENCE_MS);
        for (const { event, data } of parse(piece)) {
          if (event === 'complete') return this.#goOn(since);
          if (event === 'next') this.#take(data, cursor !== null);
        }
      }
      this.#goOn(since);
    } finally {
      clearTimeout(silence);
    }
  }

  #take(data: string, resumed: boolean): void {
    const answer = JSON.parse(data) as { data?: { feed: FeedLine } | null; errors?: { message: string }[] };
    if (!answer.data) throw new Error(answer.errors?.[0]?.message ?? 'The feed sent nothing readable');
    const { progress, events } = takeLine(this.#progress, answer.data.feed, resumed);
    this.#progress = progress;
    this.#tries = 0;
    for (const event of events) this.#listener.onEvent(event);
  }
}

async function* pieces(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield decoder.decode(value, { stream: true });
  }
}
