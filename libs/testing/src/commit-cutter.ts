import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Before the server has seen COMMIT, or when it has committed and nobody has heard of it. */
export type Cut = 'before' | 'after';

/** Stands between a service and its Postgres, and cuts the connection at a COMMIT when it is told to. */
export interface CommitCutter {
  /** The URL of the database by way of it. */
  readonly url: string;
  /** Cuts at the next COMMIT, once. */
  arm(cut: Cut): void;
  /** How often it has cut. */
  cuts(): number;
  stop(): Promise<void>;
}

const asks = (bytes: Buffer) => bytes.includes('commit');
const answers = (bytes: Buffer) => bytes.includes('COMMIT');

export async function commitCutter(databaseUrl: string): Promise<CommitCutter> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let armed: Cut | null = null;
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    let asked = false;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    const cut = () => {
      armed = null;
      cuts += 1;
      end();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      // A reset says the same as an end: `close` follows.
      socket.setNoDelay(true).on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
    near.on('data', (bytes) => {
      if (armed === 'before' && asks(bytes)) return cut();
      asked ||= armed === 'after' && asks(bytes);
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (asked && answers(bytes)) return cut();
      near.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.toString(),
    arm: (cut) => {
      armed = cut;
    },
    cuts: () => cuts,
    async stop() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
