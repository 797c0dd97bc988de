import { Agent, type Dispatcher, request } from 'undici';

const agent = new Agent({ connections: 600, keepAliveTimeout: 30_000 });

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  /** As it came, byte for byte. */
  readonly body: string;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly replayed: boolean;
  readonly headers: Dispatcher.ResponseData['headers'];
}

export interface Asked {
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly path?: '/graphql' | '/ops/graphql';
}

/** A program that keeps cookies: all that is needed to use the shop API. */
export class Client {
  readonly base: string;
  readonly #cookies: Map<string, string>;

  /** @param cookies names and values of a session that there is already */
  constructor(base: string, cookies: Iterable<readonly [string, string]> = []) {
    this.base = base;
    this.#cookies = new Map(cookies);
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask<Data>(query: string, variables: object = {}, asked: Asked = {}): Promise<Answer<Data>> {
    const answer = await request(this.base + (asked.path ?? '/graphql'), {
      dispatcher: agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(asked.key ? { 'idempotency-key': asked.key } : {}),
        ...asked.headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    this.#keep(answer.headers['set-cookie']);
    const body = await answer.body.text();
    const { data, errors } = JSON.parse(body) as { data?: Data; errors?: Answer<Data>['errors'] };
    return {
      status: answer.statusCode,
      data: data as Data,
      body,
      errors: errors ?? [],
      replayed: answer.headers['idempotency-replayed'] === 'true',
      headers: answer.headers,
    };
  }

  #keep(header: string | string[] | undefined): void {
    for (const line of header === undefined ? [] : [header].flat()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
