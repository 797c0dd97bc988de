import type { Cluster } from '../cluster/cluster.js';
import type { Params } from './params.js';

/** A request as a route sees it. */
export interface Request {
  readonly cluster: Cluster;
  readonly method: string;
  /** Parts of the path that a route calls `{name}`; lists stay one text. */
  readonly path: Readonly<Record<string, string>>;
  readonly params: Params;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Of another kind than JSON, such as a table of `_cat`. */
  readonly contentType?: string;
}

/** One thing the server can be asked. */
export interface Route {
  readonly methods: readonly string[];
  readonly path: string;
  /** Parameters it acts upon; all others are refused. */
  readonly params: readonly string[];
  handle(request: Request): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const acknowledged = ok({ acknowledged: true });
