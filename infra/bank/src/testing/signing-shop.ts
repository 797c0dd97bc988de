import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSigner, httpbis } from 'http-message-signatures';
import { contentDigest } from '../http/signatures.js';

export interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The shop, as the bank meets it: signs what it asks, and takes callbacks unless it is told not to. */
export class SigningShop {
  readonly callbacks: Taken[] = [];
  /** What it answers callbacks with. */
  status = 204;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.callbacks.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(this.status).end();
    });
  });
  readonly #key;

  constructor(secret: string) {
    this.#key = createSigner(secret, 'hmac-sha256', 'shop');
  }

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

  /** Callbacks about a charge, in the order they came. */
  about = (reference: string): Taken[] => this.callbacks.filter(({ body }) => body.includes(reference));

  /** A signed request, with changes made to it after it was signed. */
  async ask(
    method: string,
    url: string,
    given: { body?: object; key?: string; tamper?: (sent: { body: string; headers: object }) => object } = {},
  ): Promise<{ status: number; body: unknown; headers: Headers }> {
    const body = given.body ? JSON.stringify(given.body) : '';
    const keyed: Record<string, string> = given.key ? { 'idempotency-key': given.key } : {};
    const fields = ['@method', '@authority', '@path', 'content-digest', ...Object.keys(keyed)];
    const params = ['created', 'keyid', 'alg', 'nonce'];
    const paramValues = { nonce: String(Math.random()) };
    const { headers } = await httpbis.signMessage(
      { key: this.#key, fields, params, paramValues },
      { method, url, headers: { 'content-digest': contentDigest(body), ...keyed } },
    );
    const sent = { body, headers, ...given.tamper?.({ body, headers }) };
    const answer = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...(sent.headers as Record<string, string>) },
      ...(method === 'GET' ? {} : { body: sent.body }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    return {
      status: answer.status,
      body: isJson ? (JSON.parse(text) as unknown) : text,
      headers: answer.headers,
    };
  }
}
