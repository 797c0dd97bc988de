import { type Door, dataOf } from '../http/door.js';
import { Feed } from '../http/feed.js';
import type { OrderNews } from '../http/feed-reader.js';
import { Refused } from '../load/ends.js';

const LOOK = 'query ($number: ID!) { order(number: $number) { number state settled } }';
const PATIENCE_MS = 30_000;
/** States from which no purchase comes to a good end. */
const LOST = new Set(['REJECTED', 'CANCELLED', 'EXPIRED', 'REFUNDING', 'REFUNDED']);

interface Waiting {
  readonly number: string;
  readonly holds: (news: OrderNews) => boolean;
  readonly done: (failure?: Error) => void;
}

/** What a shopper hears about the order under way, by their own open feed. */
export class OrderWatch {
  readonly #door: Door;
  readonly #cookie: string;
  #feed: Feed | null = null;
  #waiting: Waiting | null = null;
  /** The newest of each order that was heard of since this purchase began. */
  readonly #heard = new Map<string, OrderNews>();
  #missed = false;

  constructor(door: Door, cookie: string) {
    this.#door = door;
    this.#cookie = cookie;
  }

  async open(base: string): Promise<void> {
    this.#feed = await Feed.open(base, this.#cookie, {
      onOrder: (news) => this.#hear(news),
      onGap: () => {
        this.#missed = true;
        this.#lookIfMissed();
      },
    });
  }

  async close(): Promise<void> {
    await this.#feed?.close();
    this.#feed = null;
  }

  /** A new purchase begins: what was heard before is of no interest. */
  begin(): void {
    this.#heard.clear();
    this.#missed = false;
  }

  /** Resolves when the order is so. Throws `Refused` when it ends otherwise, or nothing is heard for half a minute. */
  until(number: string, holds: (news: OrderNews) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = new Refused(`no news of the order within ${PATIENCE_MS / 1_000} s`);
      const timer = setTimeout(() => this.#waiting?.done(late), PATIENCE_MS);
      const done = (failure?: Error) => {
        clearTimeout(timer);
        this.#waiting = null;
        if (failure) reject(failure);
        else resolve();
      };
      this.#waiting = { number, holds, done };
      const heard = this.#heard.get(number);
      if (heard) this.#judge(heard);
      this.#lookIfMissed();
    });
  }

  #hear(news: OrderNews): void {
    this.#heard.set(news.number, news);
    this.#judge(news);
  }

  #judge(news: OrderNews): void {
    const waiting = this.#waiting;
    if (waiting?.number !== news.number) return;
    if (waiting.holds(news)) waiting.done();
    else if (LOST.has(news.state)) waiting.done(new Refused(`the order became ${news.state}`));
  }

  #lookIfMissed(): void {
    if (!this.#missed || !this.#waiting) return;
    this.#missed = false;
    this.#look(this.#waiting.number).catch((error: Error) => this.#waiting?.done(error));
  }

  async #look(number: string): Promise<void> {
    const body = JSON.stringify({ query: LOOK, variables: { number } });
    const answer = await this.#door.post({ body, cookie: this.#cookie });
    const { order } = dataOf<{ order: OrderNews | null }>(answer);
    if (order) this.#hear(order);
  }
}
