import { randomUUID } from 'node:crypto';
import type { CustomerId } from '@evenkeel/kernel';
import { Client } from './client.js';
import { eventually } from './eventually.js';
import type { Account } from './sign-in.js';

interface Amount {
  readonly minor: number;
  readonly currency: string;
}

export interface OrderSeen {
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly settled: boolean;
  readonly payBy: string | null;
  readonly total: Amount;
  readonly paid: Amount;
  readonly refunded: Amount;
  readonly pointsEarned: number;
  readonly shortfallPoints: number;
  readonly reasonCode: string | null;
  readonly payment: { readonly state: string; readonly bankReason: string | null } | null;
  readonly shipment: { readonly state: string } | null;
  readonly timeline: readonly { readonly kind: string; readonly at: string }[];
}

const ORDER = `number state version settled payBy total { minor currency } paid { minor currency }
  refunded { minor currency } pointsEarned shortfallPoints reasonCode payment { state bankReason } shipment { state }
  timeline { kind at }`;

export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly order?: OrderSeen;
  readonly total?: Amount;
  readonly lines?: readonly { readonly sku: string; readonly wanted: number; readonly available: number }[];
}

export const ADDRESS = {
  name: 'Mara Lindqvist',
  line1: '14 Harbour Row',
  city: 'Portland',
  postalCode: '04101',
  country: 'US',
};

export interface Wish {
  readonly sku: string;
  readonly quantity: number;
}

/** A new account that nobody has yet. */
export const newAccount = (): Account => ({
  email: `${randomUUID()}@shopper.test`,
  password: 'a long password',
});

/** What a shopper does, as their browser would ask for it. */
export class Shopper {
  readonly client: Client;

  constructor(base: string, cookies?: Iterable<readonly [string, string]>) {
    this.client = new Client(base, cookies);
  }

  /** A guest with a session. Throws when the shop gave none. */
  static async guest(base: string): Promise<Shopper> {
    const shopper = new Shopper(base);
    const { data, status } = await shopper.client.ask<{ viewer: object } | undefined>('{ viewer { id } }');
    if (!data) throw new Error(`The shop opened no session (${status})`);
    return shopper;
  }

  /** A new customer of their own, with the welcome points. */
  static async customer(base: string, account: Account = newAccount()): Promise<Shopper> {
    const shopper = await Shopper.guest(base);
    const { data } = await shopper.client.ask<{ signUp: { __typename: string } }>(
      'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }',
      { input: { ...account, name: 'Mara' } },
    );
    if (data.signUp.__typename !== 'SignedIn') throw new Error(`Signing up gave ${data.signUp.__typename}`);
    return shopper;
  }

  async putInCart(sku: string, quantity: number): Promise<void> {
    const { data } = await this.client.ask<{ setCartLine: { __typename: string } }>(
      'mutation ($sku: ID!, $quantity: Int!) { setCartLine(sku: $sku, quantity: $quantity) { __typename } }',
      { sku, quantity },
    );
    if (data.setCartLine.__typename !== 'CartUpdated')
      throw new Error(`Putting ${sku} into the cart gave ${data.setCartLine.__typename}`);
  }

  /** The SKUs that are in the cart. */
  async cart(): Promise<readonly string[]> {
    const { data } = await this.client.ask<{ cart: { lines: { sku: string }[] } }>(
      '{ cart { lines { sku } } }',
    );
    return data.cart.lines.map(({ sku }) => sku);
  }

  /** What these lines cost now, points and coupon not counted. */
  async priceOf(lines: readonly Wish[]): Promise<Amount> {
    const refused = await this.place(lines, { total: { minor: 1, currency: 'USD' } });
    if (!refused.total) throw new Error(`Asking for the price gave ${refused.__typename}`);
    return refused.total;
  }

  async place(
    lines: readonly Wish[],
    more: { key?: string; total?: Amount; points?: number; coupon?: string; run?: string } = {},
  ): Promise<Outcome> {
    const answer = await this.placeRaw(lines, {
      key: randomUUID(),
      total: more.total ?? (await this.priceOf(lines)),
      ...more,
    });
    if (!answer.data?.placeOrder)
      throw new Error(`placeOrder: ${answer.status} ${JSON.stringify(answer.errors)}`);
    return answer.data.placeOrder;
  }

  placeRaw(
    lines: readonly Wish[],
    more: { key: string; total: Amount; points?: number; coupon?: string; email?: string; run?: string },
  ) {
    const { key, total, points = 0, coupon = null, email = 'mara@post.example' } = more;
    return this.client.ask<{ placeOrder: Outcome }>(
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
        ... on OrderPlaced { order { ${ORDER} } } ... on SoldOut { lines { sku wanted available } }
        ... on PriceChanged { total { minor currency } } ... on Refusal { code } } }`,
      { input: { lines, email, address: ADDRESS, expectedTotal: total, points, coupon } },
      { key, ...(more.run ? { headers: { 'x-run-id': more.run } } : {}) },
    );
  }

  async pay(number: string, token: string, key: string = randomUUID()): Promise<Outcome> {
    const answer = await this.client.ask<{ payOrder: Outcome }>(
      `mutation ($input: PayOrderInput!) { payOrder(input: $input) { __typename
        ... on PaymentStarted { order { ${ORDER} } } ... on Refusal { code } } }`,
      { input: { number, token } },
      { key },
    );
    if (!answer.data?.payOrder)
      throw new Error(`payOrder: ${answer.status} ${JSON.stringify(answer.errors)}`);
    return answer.data.payOrder;
  }

  async cancel(number: string): Promise<Outcome> {
    const { data } = await this.client.ask<{ cancelOrder: Outcome }>(
      'mutation ($number: ID!) { cancelOrder(number: $number) { __typename ... on Refusal { code } } }',
      { number },
      { key: randomUUID() },
    );
    return data.cancelOrder;
  }

  async refund(number: string): Promise<Outcome> {
    const { data } = await this.client.ask<{ requestRefund: Outcome }>(
      'mutation ($number: ID!) { requestRefund(number: $number) { __typename ... on Refusal { code } } }',
      { number },
      { key: randomUUID() },
    );
    return data.requestRefund;
  }

  async order(number: string): Promise<OrderSeen | null> {
    const { data } = await this.client.ask<{ order: OrderSeen | null }>(
      `query ($number: ID!) { order(number: $number) { ${ORDER} } }`,
      { number },
    );
    return data.order;
  }

  /** The numbers of all orders, newest first. */
  async orders(): Promise<readonly string[]> {
    const { data } = await this.client.ask<{ orders: { nodes: { number: string }[] } }>(
      '{ orders { nodes { number } } }',
    );
    return data.orders.nodes.map((order) => order.number);
  }

  /** Who the shop takes them for. */
  async id(): Promise<CustomerId> {
    const { data } = await this.client.ask<{ viewer: { id: CustomerId } }>('{ viewer { id } }');
    return data.viewer.id;
  }

  async wallet(): Promise<{ available: number; frozen: number } | null> {
    const { data } = await this.client.ask<{ wallet: { available: number; frozen: number } | null }>(
      '{ wallet { available frozen } }',
    );
    return data.wallet;
  }

  /** Waits until the wallet is exactly this. */
  untilWallet(wanted: { available: number; frozen: number }, withinMs = 10_000): Promise<void> {
    return eventually(async () => {
      const wallet = await this.wallet();
      if (wallet?.available !== wanted.available || wallet.frozen !== wanted.frozen)
        throw new Error(`The wallet is ${JSON.stringify(wallet)} and not ${JSON.stringify(wanted)}`);
    }, withinMs);
  }

  /** Waits until the order looks like this. */
  until(number: string, holds: (order: OrderSeen) => boolean, withinMs = 15_000): Promise<OrderSeen> {
    return eventually(async () => {
      const order = await this.order(number);
      if (!order || !holds(order)) throw new Error(`Order ${number} is still ${JSON.stringify(order)}`);
      return order;
    }, withinMs);
  }
}

/** The order of an outcome that must have one. */
export function orderOf(outcome: Outcome): OrderSeen {
  if (!outcome.order) throw new Error(`Expected an order and got ${JSON.stringify(outcome)}`);
  return outcome.order;
}
