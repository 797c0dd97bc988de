import { illegalArgument } from '../errors.js';
import { Params } from './params.js';
import type { Answer, Request, Route } from './route.js';

/** Parameters that only shape the answer, and are seen to by the server. */
const everywhere = ['pretty', 'error_trace'];

/** Finds the route of a request and lets it answer. Of two that fit, the one with fewer names in its path answers. */
export class Router {
  private readonly routes: readonly { readonly route: Route; readonly segments: readonly string[] }[];

  constructor(routes: readonly Route[]) {
    this.routes = routes.map((route) => ({ route, segments: split(route.path) }));
  }

  answer(target: string, request: Pick<Request, 'cluster' | 'method' | 'body'>): Answer {
    const url = new URL(target, 'http://localhost');
    const parts = split(url.pathname).map(decode);
    for (const { route, segments } of this.routes) {
      if (!route.methods.includes(request.method)) continue;
      const path = fit(segments, parts);
      if (!path) continue;
      const params = new Params(url.searchParams);
      params.allowOnly(url.pathname, [...route.params, ...everywhere]);
      return route.handle({ ...request, path, params });
    }
    throw illegalArgument(
      `no handler found for uri [${url.pathname}] and method [${request.method}] in the Elasticsearch stand-in: use an original server (docker compose up)`,
    );
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw illegalArgument(`unable to decode the path part [${part}]`);
  }
}

const split = (path: string) => path.split('/').filter((part) => part !== '');

function fit(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (segments.length !== parts.length) return undefined;
  const path: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const part = parts[at] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    // Names of indexes never begin with an underscore, names of actions always do.
    if (name ? name === 'index' && part.startsWith('_') : part !== segment) return undefined;
    if (name) path[name] = part;
  }
  return path;
}
