import { Client } from 'undici';
import { feedReader, type OrderNews } from './feed-reader.js';

const FEED =
  'subscription ($since: String) { feed(topics: [ORDERS], since: $since) { cursor kind order { number state settled } } }';
const AGAIN_MS = 250;
const PATIENCE_MS = 30_000;

export interface FeedListener {
  onOrder(news: OrderNews): void;
  /** News may have been missed: what is waited for must be asked for. */
  onGap(): void;
}

/** One shopper's live stream of their own orders, open until `close`; one that ends goes on from its cursor. */
export class Feed {
  readonly #client: Client;
  readonly #cookie: string;
  readonly #listener: FeedListener;
  #since: string | null = null;
  #closed = false;

  private constructor(base: string, cookie: string, listener: FeedListener) {
    // A stream is silent for as long as nothing happens.
    this.#client = new Client(base, { pipelining: 1, bodyTimeout: 0 });
    this.#cookie = cookie;
    this.#listener = listener;
  }

  /** Resolves when the first line has come: everything from then on is heard. Throws when none comes within 30 s. */
  static async open(base: string, cookie: string, listener: FeedListener): Promise<Feed> {
    const feed = new Feed(base, cookie, listener);
    const silence = setTimeout(
      () => void feed.#client.destroy(new Error('The feed said nothing for half a minute')),
      PATIENCE_MS,
    );
    try {
      await feed.#listen();
      return feed;
    } finally {
      clearTimeout(silence);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client.destroy();
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      let heard = false;
      const take = feedReader((line) => {
        this.#since = line.cursor;
        if (line.kind === 'REFETCH') this.#listener.onGap();
        if (line.order) this.#listener.onOrder(line.order);
        heard = true;
        resolve();
      });
      const ended = (why: Error) => {
        if (this.#closed) return;
        if (heard) this.#goOn();
        else reject(why);
      };
      this.#client.dispatch(
        {
          path: '/graphql',
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'text/event-stream',
            cookie: this.#cookie,
          },
          body: JSON.stringify({ query: FEED, variables: { since: this.#since } }),
        },
        {
          onRequestStart: () => undefined,
          onResponseStart: () => undefined,
          onResponseData: (_, chunk) => take(chunk.toString()),
          onResponseEnd: () => ended(new Error('The feed ended before it said anything')),
          onResponseError: (_, error) => ended(error),
        },
      );
    });
  }

  /** The stream ends when its identity does, and breaks when the door does. */
  #goOn(): void {
    setTimeout(() => {
      if (!this.#closed) this.#listen().catch(() => this.#goOn());
    }, AGAIN_MS);
  }
}
