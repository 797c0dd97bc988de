import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cluster } from '../cluster/cluster.js';
import { ElasticError } from '../errors.js';
import { toJson } from '../json.js';
import { readBody } from './read-body.js';
import type { Answer } from './route.js';
import type { Router } from './router.js';

/** Speaks HTTP on the loopback interface. Until a cluster is given, every request is told to come back. */
export class HttpServer {
  private readonly server: Server;
  private cluster: Cluster | undefined;

  constructor(router: Router) {
    this.server = createServer((request, response) => {
      this.serve(router, request, response).catch((error: unknown) => response.destroy(asError(error)));
    });
    // Clients keep connections for as long as they like, and the first to close one races with the other's next request.
    this.server.keepAliveTimeout = 0;
    this.server.requestTimeout = 0;
  }

  /** Answers the port. Throws if it is taken. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  open(cluster: Cluster): void {
    this.cluster = cluster;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
      setTimeout(() => this.server.closeAllConnections(), 1_000).unref();
    });
  }

  private async serve(router: Router, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: Answer;
    try {
      const body = await readBody(request);
      if (!this.cluster) throw starting();
      answer = router.answer(request.url ?? '/', {
        cluster: this.cluster,
        method: request.method ?? 'GET',
        body,
      });
    } catch (error) {
      answer = refused(error);
    }
    send(request, response, answer);
  }
}

const starting = () =>
  new ElasticError(503, {
    type: 'cluster_block_exception',
    reason: 'the Elasticsearch stand-in is reading its data',
  });

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

function refused(error: unknown): Answer {
  if (error instanceof ElasticError) return { status: error.status, body: error.toBody() };
  // A fault of ours: the caller hears that something is wrong, the log hears what.
  console.error(error);
  const reason = asError(error).message;
  const fault = new ElasticError(500, {
    type: 'exception',
    reason: `fault in the Elasticsearch stand-in: ${reason}`,
  });
  return { status: 500, body: fault.toBody() };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, contentType }: Answer,
): void {
  const compatible = /compatible-with=(\d+)/.exec(request.headers.accept ?? '')?.[1];
  const json = compatible
    ? `application/vnd.elasticsearch+json;compatible-with=${compatible}`
    : 'application/json';
  const text = contentType === undefined ? toJson(body) : String(body);
  const pretty = contentType === undefined && /[?&]pretty(?:=true|&|$)/.test(request.url ?? '');
  const bytes = Buffer.from(pretty ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text, 'utf8');
  response.writeHead(status, {
    'X-elastic-product': 'Elasticsearch',
    'Content-Type': contentType ?? json,
    'Content-Length': bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
