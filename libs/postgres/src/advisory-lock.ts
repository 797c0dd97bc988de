import pg from 'pg';

export interface HeldLock {
  /** False once the connection that holds the lock is gone: somebody else may have it now. */
  held(): boolean;
  release(): Promise<void>;
}

/**
 * Takes the first free one of the advisory locks `(space, key)` on a connection of its own, with keepalives, or
 * returns null when all are taken. The lock lives as long as the connection: a killed process gives it up.
 */
export async function takeLock(
  url: string,
  space: number,
  keys: readonly number[],
): Promise<(HeldLock & { readonly key: number }) | null> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
  });
  let alive = true;
  client.on('error', () => {
    alive = false;
  });
  client.on('end', () => {
    alive = false;
  });
  try {
    await client.connect();
    for (const key of keys) {
      const { rows } = await client.query<{ taken: boolean }>(
        'select pg_try_advisory_lock($1, $2) as taken',
        [space, key],
      );
      if (rows[0]?.taken) return { key, held: () => alive, release: () => client.end() };
    }
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return null;
}
