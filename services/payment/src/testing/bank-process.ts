import { freePort, processFromSource, throwAwayDatabase } from '@evenkeel/testing';

export const KEYS = {
  BANK_SIGNING_SHOP_SECRET: 's'.repeat(32),
  BANK_SIGNING_BANK_SECRET: 'b'.repeat(32),
  BANK_SIGNING_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

export interface Switchboard {
  readonly counts: Record<string, number>;
  readonly seen: Record<string, number>;
}

/** The real bank in a process of its own. */
export async function bankProcess(callbackUrl: string) {
  const migrationsDir = new URL('../../../../infra/bank/migrations', import.meta.url);
  const book = await throwAwayDatabase({ migrationsDir, plain: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...KEYS,
    BANK_DATABASE_URL: book.url,
    BANK_PORT: String(port),
    HEALTH_PORT: String(await freePort()),
    BANK_CALLBACK_URL: callbackUrl,
    BANK_SLOW_MS: '1500',
  };
  const start = () => processFromSource({ dir: 'infra/bank', env, readyUrl: `${url}/readyz` });
  let running = await start();
  const switchboard = async (init?: RequestInit) =>
    (await (await fetch(`${url}/switchboard`, init)).json()) as Switchboard;
  return {
    url,
    book: book.db,
    look: () => switchboard(),
    /** Whether anything was ever asked of it for this attempt. */
    async knows(attemptId: string) {
      const text = 'select from charges where reference = $1';
      return (await book.db.query({ text, values: [attemptId] })).length > 0;
    },
    faults: (rules: readonly object[]) => switchboard({ method: 'PUT', body: JSON.stringify({ rules }) }),
    reset: () => switchboard({ method: 'DELETE' }),
    kill: () => running.end('SIGKILL'),
    async start() {
      running = await start();
    },
    async drop() {
      await running.end('SIGTERM');
      await book.drop();
    },
  };
}
