import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from our own pages or from no page at all (decisions.md 16): a browser on a foreign site
 * cannot leave these headers out or change them. Programs that are no browsers send neither and pass.
 */
export function isOurOwn(headers: IncomingHttpHeaders, ownOrigins: ReadonlySet<string>): boolean {
  const { origin } = headers;
  if (origin !== undefined && !ownOrigins.has(origin)) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Our origin as browsers write it; on this machine `localhost` and `127.0.0.1` are the same place. */
export function originsOf(publicUrl: string): Set<string> {
  const url = new URL(publicUrl);
  const origins = new Set([url.origin]);
  for (const [name, other] of [
    ['localhost', '127.0.0.1'],
    ['127.0.0.1', 'localhost'],
  ] as const) {
    if (url.hostname !== name) continue;
    const twin = new URL(publicUrl);
    twin.hostname = other;
    origins.add(twin.origin);
  }
  return origins;
}
