import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CallbackAtTheDoor {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The shop's door, where the bank calls back: hands headers and raw body on, and keeps what came. */
export class ShopDoor {
  readonly came: (CallbackAtTheDoor & { readonly outcome: string })[] = [];
  /** Who takes callbacks; while nobody does, the bank hears 503. */
  takes: ((callback: CallbackAtTheDoor) => Promise<string>) | null = null;
  readonly #server = createServer((request, response) => void this.#take(request, response));

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/callbacks/bank`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  about = (reference: string) => this.came.filter(({ body }) => body.includes(reference));

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    const outcome = this.takes ? await this.takes({ headers, body }) : 'nobody';
    this.came.push({ headers, body, outcome });
    const status = outcome === 'nobody' ? 503 : outcome === 'refused' ? 401 : 204;
    response.writeHead(status).end();
  }
}
