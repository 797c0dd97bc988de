import { randomUUID } from 'node:crypto';
import { DEMO_OPERATOR } from '@evenkeel/contracts';
import { type AskOperators, askOperators } from './ask-operators.js';
import type { Client } from './client.js';
import { eventually } from './eventually.js';
import { signIn } from './sign-in.js';

export interface StockSeen {
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly sold: number;
  readonly version: number;
}

export interface JournalSeen {
  readonly kind: string;
  readonly entries: readonly { readonly account: string; readonly amount: number }[];
}

export interface DeadLetterSeen {
  readonly service: string;
  readonly durable: string;
  readonly messageId: string;
  readonly type: string;
  readonly error: string;
  readonly tries: number;
}

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Somebody who may look behind the counter. */
export class Operator {
  readonly client: Client;
  readonly #ask: AskOperators;

  private constructor(client: Client) {
    this.client = client;
    this.#ask = askOperators(client);
  }

  static async signIn(base: string): Promise<Operator> {
    return new Operator(await signIn(base, DEMO_OPERATOR));
  }

  async stock(sku: string): Promise<StockSeen> {
    const data = await this.#ask<{ stock: StockSeen | null }>(
      'query ($sku: ID!) { stock(sku: $sku) { onHand reserved available sold version } }',
      { sku },
    );
    if (!data.stock) throw new Error(`Inventory does not know ${sku}`);
    return data.stock;
  }

  /** When the goods of an order came back to the shelf, ISO 8601; null while they have not. */
  async returnedAt(sku: string, order: string): Promise<string | null> {
    const data = await this.#ask<{
      stock: { movements: { kind: string; orderNumber: string | null; at: string }[] } | null;
    }>('query ($sku: ID!) { stock(sku: $sku) { movements { kind orderNumber at } } }', { sku });
    const back = data.stock?.movements.find(
      ({ kind, orderNumber }) => kind === 'RETURNED' && orderNumber === order,
    );
    return back?.at ?? null;
  }

  /** Makes exactly this many pieces available. */
  async setAvailable(sku: string, pieces: number): Promise<void> {
    const { available } = await this.stock(sku);
    if (available === pieces) return;
    const { adjustStock } = await this.#ask<{ adjustStock: { __typename: string } }>(
      'mutation ($sku: ID!, $delta: Int!) { adjustStock(sku: $sku, delta: $delta, reason: "scenario") { __typename } }',
      { sku, delta: pieces - available },
      randomUUID(),
    );
    if (adjustStock.__typename !== 'StockAdjusted')
      throw new Error(`adjustStock gave ${adjustStock.__typename}`);
  }

  /** Makes exactly these pieces available, and says how the stock stands then. */
  async shelve(pieces: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, StockSeen>> {
    const stock = new Map<string, StockSeen>();
    for (const [sku, wanted] of pieces) {
      await this.setAvailable(sku, wanted);
      stock.set(sku, await this.stock(sku));
    }
    return stock;
  }

  /** Sells a SKU at another price from now on. */
  async setPrice(sku: string, prices: { readonly CNY: number; readonly USD: number }): Promise<void> {
    const data = await this.#ask<{ changePrice: { __typename: string } }>(
      'mutation ($sku: ID!, $prices: PricesInput!) { changePrice(sku: $sku, prices: $prices) { __typename } }',
      { sku, prices },
      randomUUID(),
    );
    if (data.changePrice.__typename !== 'PriceSet')
      throw new Error(`changePrice gave ${data.changePrice.__typename}`);
  }

  /** Builds a read model anew and waits until that is done. */
  async rebuild(model: string): Promise<void> {
    const key = randomUUID();
    await eventually(async () => {
      const data = await this.#ask<{ rebuildView: { state?: string } }>(
        'mutation ($model: ReadModel!) { rebuildView(model: $model) { ... on ViewRebuild { state } } }',
        { model },
        key,
      );
      if (data.rebuildView.state !== 'DONE') throw new Error(`${model} is ${data.rebuildView.state}`);
    }, 30_000);
  }

  async journals(order: string): Promise<readonly JournalSeen[]> {
    const data = await this.#ask<{ journals: { edges: { node: JournalSeen }[] } }>(
      'query ($order: ID!) { journals(order: $order) { edges { node { kind entries { account amount } } } } }',
      { order },
    );
    return data.journals.edges.map((edge) => edge.node);
  }

  /** Where every order stands. */
  everyOrder(): Promise<readonly { readonly orderNumber: string; readonly state: string }[]> {
    return this.#everything('orders', 'orderNumber: number state');
  }

  /** Every attempt to charge for an order. */
  everyAttempt(): Promise<readonly { readonly orderNumber: string; readonly state: string }[]> {
    return this.#everything('payments', 'orderNumber state');
  }

  everyJournal(): Promise<readonly (JournalSeen & { readonly orderNumber: string | null })[]> {
    return this.#everything('journals', 'orderNumber kind entries { account amount }');
  }

  /** Currencies whose accounts do not sum to zero. */
  async unbalanced(): Promise<readonly string[]> {
    const data = await this.#ask<{ trialBalance: { balance: { minor: number; currency: string } }[] }>(
      '{ trialBalance { balance { minor currency } } }',
      {},
    );
    const sums = new Map<string, number>();
    for (const { balance } of data.trialBalance)
      sums.set(balance.currency, (sums.get(balance.currency) ?? 0) + balance.minor);
    return [...sums].filter(([, sum]) => sum !== 0).map(([currency]) => currency);
  }

  /** The states of all attempts to charge for an order, newest first. */
  async attempts(order: string): Promise<readonly string[]> {
    const data = await this.#ask<{ payments: { nodes: { state: string }[] } }>(
      'query ($order: ID!) { payments(order: $order) { nodes { state } } }',
      { order },
    );
    return data.payments.nodes.map((payment) => payment.state);
  }

  /** What services could not handle, newest first; of one service, or of all. */
  async deadLetters(service: string | null = null): Promise<readonly DeadLetterSeen[]> {
    const data = await this.#ask<{ deadLetters: { nodes: DeadLetterSeen[] } }>(
      `query ($service: ID) {
        deadLetters(service: $service, first: 100) { nodes { service durable messageId type error tries } } }`,
      { service },
    );
    return data.deadLetters.nodes;
  }

  /** All pages of a list. */
  async #everything<Node>(list: string, fields: string): Promise<readonly Node[]> {
    const nodes: Node[] = [];
    let after: string | null = null;
    do {
      const data: Record<string, Page<Node>> = await this.#ask<Record<string, Page<Node>>>(
        `query ($after: String) { ${list}(first: 100, after: $after) {
          nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const page: Page<Node> | undefined = data[list];
      if (!page) throw new Error(`The operator API has no ${list}`);
      nodes.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return nodes;
  }
}
