import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** A port that nobody else can take until it is released to the process that will listen on it. */
export interface ReservedPort {
  readonly port: number;
  release(): Promise<void>;
}

/** Below the range from which systems pick ports of outgoing connections, so that a restart finds it free. */
const LOWEST = 15_000;
const HIGHEST = 31_999;

/** Reserves this port on the loopback address, or returns undefined when another program has it. */
export async function reservePort(port: number): Promise<ReservedPort | undefined> {
  // Whoever comes too early is turned away at once: a connection that is kept would keep the port from being released.
  const server = createServer((socket) => socket.destroy());
  server.unref();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return undefined;
    throw error;
  }
  return { port, release: () => closeServer(server) };
}

/** Reserves `preferred` if it is free, else a free port chosen at random. */
export async function reserveFreePort(preferred?: number): Promise<ReservedPort> {
  const first = preferred === undefined ? undefined : await reservePort(preferred);
  if (first) return first;
  for (let tries = 0; tries < 200; tries += 1) {
    const reserved = await reservePort(LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST + 1)));
    if (reserved) return reserved;
  }
  throw new Error(`No free port was found between ${LOWEST} and ${HIGHEST}`);
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  await closed;
}
