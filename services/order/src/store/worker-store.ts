import { type Clock, MAX_WORKER, SNOWFLAKE_EPOCH, type SnowflakeWorker } from '@evenkeel/kernel';
import { type Database, type HeldLock, takeLock } from '@evenkeel/postgres';

/** The advisory lock space of worker numbers. */
const WORKER_LOCK = 7_302;
/** Noted this far ahead, so that a crash between two notes cannot repeat a number. */
const AHEAD_MS = 5_000;

export interface LeasedWorker extends SnowflakeWorker {
  /** Notes that numbers up to this millisecond may have been given out. */
  note(lastMs: number): Promise<void>;
  readonly lock: HeldLock;
}

/**
 * Leases a worker number that no other process holds, for as long as its connection lives, and starts after every
 * millisecond that this number ever used, whatever the machine's clock says now.
 */
export async function leaseWorker(db: Database, url: string, clock: Clock): Promise<LeasedWorker> {
  const keys = Array.from({ length: MAX_WORKER + 1 }, (_, key) => key);
  const lock = await takeLock(url, WORKER_LOCK, keys);
  if (!lock) throw new Error('All worker numbers are taken');
  const rows = await db.query<{ last_ms: number }>({
    text: 'select last_ms from snowflake_workers where worker_id = $1',
    values: [lock.key],
  });
  const note = async (lastMs: number) => {
    await db.query({
      name: 'worker-note',
      text: `insert into snowflake_workers as w (worker_id, last_ms) values ($1, $2)
on conflict (worker_id) do update set last_ms = greatest(w.last_ms, excluded.last_ms)`,
      values: [lock.key, lastMs + AHEAD_MS],
    });
  };
  const lastMs = Math.max(rows[0]?.last_ms ?? SNOWFLAKE_EPOCH, SNOWFLAKE_EPOCH);
  await note(Math.max(lastMs, clock.now()));
  return { workerId: lock.key, lastMs, note, lock };
}
