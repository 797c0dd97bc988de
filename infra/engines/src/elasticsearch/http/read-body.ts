import type { IncomingMessage } from 'node:http';
import { ElasticError, xContentParse } from '../errors.js';
import type { Json } from '../json.js';

/** The original takes as much by default. */
const LARGEST_BODY = 100 * 1024 * 1024;

const unsupported = (reason: string) =>
  new ElasticError(406, { type: 'media_type_header_exception', reason });

/** Reads the whole body as text; refuses what is too large or not JSON by its header. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined)
    throw unsupported(`Content-Encoding [${encoding}] is not answered by the Elasticsearch stand-in`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY)
      throw new ElasticError(413, {
        type: 'content_too_large_exception',
        reason: 'the body is larger than 100 MB',
      });
    chunks.push(chunk);
  }
  if (size > 0) checkMediaType(request.headers['content-type']);
  return Buffer.concat(chunks).toString('utf8');
}

const media =
  /^application\/(?:vnd\.elasticsearch\+)?(?:json|x-ndjson)(?:\s*;\s*(?:compatible-with=[89]|charset=utf-8))*$/i;

function checkMediaType(type: string | undefined): void {
  if (type === undefined || !media.test(type))
    throw unsupported(`Content-Type header [${type ?? ''}] is not supported`);
}

/** Reads JSON; nothing at all is `otherwise`. */
export function readJson(body: string, otherwise: Json = {}): Json {
  if (body.trim() === '') return otherwise;
  try {
    return JSON.parse(body) as Json;
  } catch (error) {
    throw xContentParse(`the body is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
