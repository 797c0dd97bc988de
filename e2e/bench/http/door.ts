import { Client, type Dispatcher } from 'undici';
import { Refused } from '../load/ends.js';

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
 * One keep-alive connection to `/graphql` of a shop, with as little as possible between socket and answer: the load
 * generator shares the cores with what it measures.
 */
export class Door {
  readonly #client: Client;

  constructor(base: string) {
    this.#client = new Client(base, { pipelining: 1, keepAliveTimeout: 60_000 });
  }

  /** Rejects when nothing is answered within 30 s or the connection breaks. */
  post({ body, cookie, key }: DoorRequest): Promise<DoorAnswer> {
    const headers = {
      'content-type': 'application/json',
      ...(cookie ? { cookie } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    };
    const request = { path: '/graphql', method: 'POST', headers, body, headersTimeout: 30_000 } as const;
    return new Promise((resolve, reject) => {
      this.#client.dispatch(request, collect(resolve, reject));
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

/** The data of an answer. Throws `Refused` for one with errors, whatever else is in it. */
export function dataOf<Data>({ status, text }: DoorAnswer): Data {
  const { data, errors } = JSON.parse(text) as {
    data?: Data;
    errors?: { extensions?: { code?: string; retryAfter?: number } }[];
  };
  if (data && !errors) return data;
  const { code = 'no data', retryAfter = null } = errors?.[0]?.extensions ?? {};
  throw new Refused(`${status} ${code}`, retryAfter);
}

/** Throws `Refused` unless the answer is data without errors that holds this; reads no more of it than that. */
export function checkAnswer(answer: DoorAnswer, proof: string): void {
  const { status, text } = answer;
  if (status === 200 && text.includes(proof) && !text.includes('"errors":[')) return;
  dataOf(answer);
  throw new Refused(`${status} without ${proof}`);
}
