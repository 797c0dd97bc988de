import type { IncomingMessage } from 'node:http';
import { clientError } from '../graphql/client-error.js';

const MOST_BYTES = 200_000;

/** The whole body as text; throws when it is larger than any request of ours. */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) chunks.push(chunk);
    });
    request.on('end', () => {
      if (bytes > MOST_BYTES)
        reject(clientError('BODY_TOO_LARGE', `A request has at most ${MOST_BYTES} bytes`));
      else resolve(Buffer.concat(chunks).toString('utf8'));
    });
    request.on('error', reject);
  });
}
