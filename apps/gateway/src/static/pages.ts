import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { nothingHere } from '../refuse.js';

const YEAR_SECONDS = 365 * 24 * 3_600;
const DAY_SECONDS = 24 * 3_600;

/** The page with the addresses of this house filled in. */
function indexPage(dir: string, bankUrl: string): string {
  const html = readFileSync(join(dir, 'index.html'), 'utf8');
  const tag = `<meta name="bank-url" content="${bankUrl}">`;
  const there = /<meta\s+name="bank-url"[^>]*>/;
  return there.test(html) ? html.replace(there, tag) : html.replace('</head>', `${tag}</head>`);
}

/** Serves the storefront: compressed beforehand, hashed files for ever, the page itself always fresh. */
export async function servePages(
  app: FastifyInstance,
  options: { readonly dir: string; readonly bankUrl: string },
): Promise<void> {
  const page = indexPage(options.dir, options.bankUrl);
  const sendPage = (reply: FastifyReply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);

  await app.register(fastifyStatic, {
    root: options.dir,
    index: false,
    wildcard: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders(response, path) {
      const hashed = path.includes('/assets/');
      const forEver = `public, max-age=${YEAR_SECONDS}, immutable`;
      response.setHeader('cache-control', hashed ? forEver : `public, max-age=${DAY_SECONDS}`);
    },
  });
  app.get('/', (_, reply) => sendPage(reply));
  app.get('/index.html', (_, reply) => reply.redirect('/', 308));
  // Addresses of pages belong to the router in the browser; what looks like a file and is none is not found.
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = request.method === 'GET' && !/\.[a-z0-9]+$/i.test(path);
    if (isPage) return sendPage(reply);
    return nothingHere(reply);
  });
}
