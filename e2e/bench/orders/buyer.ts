import { randomUUID } from 'node:crypto';
import { ADDRESS } from '../../src/support/shopper.js';
import { Door, type DoorAnswer } from '../http/door.js';
import { Feed } from '../http/feed.js';
import type { OrderNews } from '../http/feed-reader.js';

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on OrderPlaced { order { number state version } } ... on Refusal { code } } }`;
const PAY = `mutation ($input: PayOrderInput!) { payOrder(input: $input) { __typename
  ... on PaymentStarted { order { number state version } } ... on Refusal { code } } }`;
const LOOK = 'query ($number: ID!) { order(number: $number) { number state settled } }';
const PATIENCE_MS = 30_000;

/** One thing that can be bought, at the price that the shop asks for one piece of it. */
export interface Ware {
  readonly sku: string;
  readonly total: { readonly minor: number; readonly currency: string };
}

/** Milliseconds since the order was asked for. */
export interface Bought {
  readonly number: string;
  readonly sku: string;
  readonly placedMs: number;
  readonly settledMs: number;
}

/** The shop said something else than what was asked for. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** Seconds after which it may be tried again, if that is all there is to it. */
  readonly retryAfter: number | null;

  constructor(what: string, retryAfter: number | null = null) {
    super(what);
    this.retryAfter = retryAfter;
  }
}

interface OutcomeSeen {
  readonly __typename: string;
  readonly order?: { readonly number: string; readonly state: string };
}

/** What the shopper waits to hear about the order under way. */
interface Waiting {
  readonly number: string;
  readonly holds: (news: OrderNews) => boolean;
  readonly done: (failure?: Error) => void;
}

/** A shopper as lean as one can be: a session, a connection for commands and, while it buys, one open feed. */
export class Buyer {
  readonly #cookie: string;
  readonly #door: Door;
  readonly #base: string;
  #feed: Feed | null = null;
  #waiting: Waiting | null = null;
  /** The newest of each order that was heard of since this purchase began. */
  readonly #heard = new Map<string, OrderNews>();

  constructor(base: string, cookie: string) {
    this.#base = base;
    this.#cookie = cookie;
    this.#door = new Door(base);
  }

  async arrive(): Promise<void> {
    this.#feed = await Feed.open(this.#base, this.#cookie, {
      onOrder: (news) => this.#hear(news),
      onGap: () => void this.#look().catch((error: Error) => this.#waiting?.done(error)),
    });
  }

  async leave(): Promise<void> {
    await this.#feed?.close();
    this.#feed = null;
  }

  close(): Promise<void> {
    return this.#door.close();
  }

  /** Places, pays and waits until the feed says that it is settled. Throws `Refused` for every other end. */
  async buy(ware: Ware): Promise<Bought> {
    this.#heard.clear();
    const begun = performance.now();
    const { number, state } = await this.#place(ware);
    const placedMs = performance.now() - begun;
    if (state !== 'AWAITING_PAYMENT') await this.#until(number, (news) => news.state === 'AWAITING_PAYMENT');
    await this.#pay(number);
    await this.#until(number, (news) => news.settled);
    return { number, sku: ware.sku, placedMs, settledMs: performance.now() - begun };
  }

  /** Only places; the order waits for a payment that does not come. */
  async #place({ sku, total }: Ware): Promise<{ number: string; state: string }> {
    const lines = [{ sku, quantity: 1 }];
    const input = { lines, email: 'mara@post.example', address: ADDRESS, expectedTotal: total };
    const { placeOrder } = await this.#command<{ placeOrder: OutcomeSeen }>(PLACE, { input });
    if (!placeOrder.order) throw new Refused(`placeOrder: ${placeOrder.__typename}`);
    return placeOrder.order;
  }

  async #pay(number: string): Promise<void> {
    const { payOrder } = await this.#command<{ payOrder: OutcomeSeen }>(PAY, {
      input: { number, token: 'tok_ok' },
    });
    if (payOrder.__typename !== 'PaymentStarted') throw new Refused(`payOrder: ${payOrder.__typename}`);
  }

  async #command<Data>(query: string, variables: object): Promise<Data> {
    const body = JSON.stringify({ query, variables });
    return dataOf(await this.#door.post({ body, cookie: this.#cookie, key: randomUUID() }));
  }

  #hear(news: OrderNews): void {
    this.#heard.set(news.number, news);
    const waiting = this.#waiting;
    if (waiting && news.number === waiting.number && waiting.holds(news)) waiting.done();
  }

  async #look(): Promise<void> {
    const number = this.#waiting?.number;
    if (number === undefined) return;
    const body = JSON.stringify({ query: LOOK, variables: { number } });
    const { order } = dataOf<{ order: OrderNews | null }>(
      await this.#door.post({ body, cookie: this.#cookie }),
    );
    if (order) this.#hear(order);
  }

  #until(number: string, holds: (news: OrderNews) => boolean): Promise<void> {
    const heard = this.#heard.get(number);
    if (heard && holds(heard)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const late = new Refused(`no news within ${PATIENCE_MS / 1_000} s`);
      const timer = setTimeout(() => this.#waiting?.done(late), PATIENCE_MS);
      const done = (failure?: Error) => {
        clearTimeout(timer);
        this.#waiting = null;
        if (failure) reject(failure);
        else resolve();
      };
      this.#waiting = { number, holds, done };
    });
  }
}

function dataOf<Data>({ status, text }: DoorAnswer): Data {
  const { data, errors } = JSON.parse(text) as {
    data?: Data;
    errors?: { extensions?: { code?: string; retryAfter?: number } }[];
  };
  if (data && !errors) return data;
  const { code = 'no data', retryAfter = null } = errors?.[0]?.extensions ?? {};
  throw new Refused(`${status} ${code}`, retryAfter);
}
