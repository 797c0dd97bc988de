import type { Server } from 'node:http';

const LOOK_MS = 20;

/**
 * Closes a server by `close`, which must end its listening: whoever is inside is answered, connections that are kept
 * for later are ended. After `withinMs` the rest is cut off.
 */
export async function drain(server: Server, close: () => Promise<unknown>, withinMs = 1_000): Promise<void> {
  // Node ends idle connections once, at the close; those of answers that come later would be kept open.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const late = setTimeout(() => server.closeAllConnections(), withinMs);
  try {
    await close();
  } finally {
    clearInterval(idle);
    clearTimeout(late);
  }
}
