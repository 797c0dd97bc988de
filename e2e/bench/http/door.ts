import { Client, type Dispatcher } from 'undici';

/** An answer as it came: whoever measures reads as little of it as needed. */
export interface DoorAnswer {
  readonly status: number;
  readonly text: string;
}

export interface DoorRequest {
  /** JSON. */
  readonly body: string;
  readonly cookie?: string;
  readonly key?: string;
}

/**
 * One shopper's keep-alive connection, with as little as possible between socket and answer: the load generator shares
 * the cores with what it measures.
 */
export class Door {
  readonly #client: Client;

  constructor(base: string) {
    this.#client = new Client(base, { pipelining: 1, keepAliveTimeout: 60_000 });
  }

  /** Posts to `/graphql`. Rejects when there is no answer within 30 s or the connection breaks. */
  post({ body, cookie, key }: DoorRequest): Promise<DoorAnswer> {
    return new Promise((resolve, reject) => {
      this.#client.dispatch(
        {
          path: '/graphql',
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(cookie ? { cookie } : {}),
            ...(key ? { 'idempotency-key': key } : {}),
          },
          body,
          headersTimeout: 30_000,
        },
        collect(resolve, reject),
      );
    });
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function collect(
  resolve: (answer: DoorAnswer) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  let status = 0;
  const chunks: Buffer[] = [];
  return {
    onRequestStart: () => undefined,
    onResponseStart(_, statusCode) {
      status = statusCode;
    },
    onResponseData(_, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      const [first = Buffer.alloc(0)] = chunks;
      resolve({ status, text: (chunks.length === 1 ? first : Buffer.concat(chunks)).toString() });
    },
    onResponseError: (_, error) => reject(error),
  };
}
