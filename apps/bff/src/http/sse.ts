import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';

/** A reader this far behind is cut off; it comes back with its cursor. */
const MOST_UNREAD_BYTES = 1_000_000;

/**
 * Writes the results of a subscription as server-sent events, in the distinct-connections mode of the GraphQL over
 * SSE protocol (github.com/enisdenjo/graphql-sse, PROTOCOL.md): `next` with a result each, `complete` at the end.
 */
export async function writeEvents(
  response: ServerResponse,
  results: AsyncIterable<ExecutionResult>,
): Promise<void> {
  const iterator = results[Symbol.asyncIterator]();
  response.on('close', () => void iterator.return?.());
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // Proxies must not collect what is meant to arrive now.
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    response.write(`event: next\ndata: ${JSON.stringify(step.value)}\n\n`);
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  }
  if (!response.destroyed) response.end('event: complete\ndata:\n\n');
}
