import { randomUUID } from 'node:crypto';
import { ADDRESS } from '../../src/support/shopper.js';
import { Door, dataOf } from '../http/door.js';
import { Refused } from '../load/ends.js';
import { OrderWatch } from './order-watch.js';

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on OrderPlaced { order { number state version } } ... on Refusal { code } ... on TooBusy { retryAfter } } }`;
const PAY = `mutation ($input: PayOrderInput!) { payOrder(input: $input) { __typename
  ... on PaymentStarted { order { number state version } } ... on Refusal { code } ... on TooBusy { retryAfter } } }`;

/** One thing that can be bought, at the price that the shop asks for one piece of it. */
export interface Ware {
  readonly sku: string;
  readonly total: { readonly minor: number; readonly currency: string };
}

interface OrderSeen {
  readonly number: string;
  readonly state: string;
}

interface OutcomeSeen {
  readonly __typename: string;
  readonly order?: OrderSeen;
  readonly retryAfter?: number;
}

/** A shopper as lean as one can be: a session, a connection for commands and, while it buys, one open feed. */
export class Buyer {
  readonly cookie: string;
  readonly #base: string;
  readonly #door: Door;
  readonly #watch: OrderWatch;

  constructor(base: string, cookie: string) {
    this.cookie = cookie;
    this.#base = base;
    this.#door = new Door(base);
    this.#watch = new OrderWatch(this.#door, cookie);
  }

  arrive(): Promise<void> {
    return this.#watch.open(this.#base);
  }

  leave(): Promise<void> {
    return this.#watch.close();
  }

  close(): Promise<void> {
    return this.#door.close();
  }

  /** Places, pays and waits until the feed says that it is settled; its number. Throws `Refused` for every other end. */
  async buy(ware: Ware, onPlaced: () => void = () => undefined): Promise<string> {
    this.#watch.begin();
    const { number, state } = await this.#place(ware);
    onPlaced();
    if (state !== 'AWAITING_PAYMENT')
      await this.#watch.until(number, (news) => news.state === 'AWAITING_PAYMENT');
    await this.#command('payOrder', PAY, { number, token: 'tok_ok' });
    await this.#watch.until(number, (news) => news.settled);
    return number;
  }

  #place({ sku, total }: Ware): Promise<OrderSeen> {
    const lines = [{ sku, quantity: 1 }];
    const input = { lines, email: 'mara@post.example', address: ADDRESS, expectedTotal: total };
    return this.#command('placeOrder', PLACE, input);
  }

  async #command(field: 'placeOrder' | 'payOrder', query: string, input: object): Promise<OrderSeen> {
    const body = JSON.stringify({ query, variables: { input } });
    const answer = await this.#door.post({ body, cookie: this.cookie, key: randomUUID() });
    const { __typename, order, retryAfter } = dataOf<Record<typeof field, OutcomeSeen>>(answer)[field];
    // A refusal may show an order too, such as one that was declined.
    if (order && ['OrderPlaced', 'PaymentStarted'].includes(__typename)) return order;
    throw new Refused(`${field}: ${__typename}`, retryAfter);
  }
}
