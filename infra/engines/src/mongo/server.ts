import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Cursors } from './commands/cursors.js';
import { execute } from './commands/registry.js';
import type { Store } from './store/store.js';
import { serveConnection } from './wire/connection.js';

export interface MongoServer {
  port: number;
  /** Takes no more connections and ends those there are. */
  close: () => Promise<void>;
}

/** Serves a store on this machine's loopback address only. Rejects if the port is taken. */
export async function listen(
  store: Store,
  port: number,
  warn: (message: string) => void,
): Promise<MongoServer> {
  const sockets = new Set<Socket>();
  const context = { store, cursors: new Cursors() };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, (request) => execute(request, context), warn);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
