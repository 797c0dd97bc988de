import { type Clock, MAX_WORKER, type OrderId, SNOWFLAKE_EPOCH, snowflakeGenerator } from '@evenkeel/kernel';
import { type Database, TryAgain, takeLock } from '@evenkeel/postgres';

/** The advisory lock space of worker numbers. */
const WORKER_LOCK = 7_302;
/** Milliseconds that are reserved ahead: as long as the database may be away before no more numbers are given out. */
const AHEAD_MS = 5_000;

/** Gives out order numbers that no other process, now or later, gives out. */
export interface OrderNumbers {
  /** Throws `TryAgain` while no worker number is held, or when the clock ran past what is reserved. */
  next(): OrderId;
  /** Reserves the next milliseconds, and leases a worker number anew when the old one was lost. */
  keep(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Leases a worker number that no other process holds for as long as its connection lives. Numbers are given out only
 * for milliseconds that are reserved in the database before, so that the next holder of the same worker number starts
 * after all of them, whatever its clock says.
 */
export async function orderNumbers(db: Database, url: string, clock: Clock): Promise<OrderNumbers> {
  let worker = await lease(db, url, clock);
  return {
    next() {
      if (!worker.lock.held()) throw new TryAgain('The worker number was lost; another is being leased');
      const id = worker.ids.next();
      if (worker.ids.lastMs() > worker.reservedMs)
        throw new TryAgain('No order numbers are reserved for this time');
      return id;
    },
    async keep() {
      if (worker.lock.held()) await reserve(db, worker, clock);
      else worker = await lease(db, url, clock);
    },
    release: () => worker.lock.release(),
  };
}

async function lease(db: Database, url: string, clock: Clock) {
  const workers = Array.from({ length: MAX_WORKER + 1 }, (_, workerId) => workerId);
  const lock = await takeLock(url, WORKER_LOCK, workers);
  if (!lock) throw new Error('All worker numbers are taken');
  try {
    const rows = await db.query<{ last_ms: number }>({
      text: 'select last_ms from snowflake_workers where worker_id = $1',
      values: [lock.key],
    });
    const lastMs = rows[0]?.last_ms ?? SNOWFLAKE_EPOCH;
    const ids = snowflakeGenerator({ workerId: lock.key, lastMs }, clock);
    const worker = { lock, ids, reservedMs: lastMs };
    await reserve(db, worker, clock);
    return worker;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Reserving {
  readonly lock: { readonly key: number };
  readonly ids: { lastMs(): number };
  reservedMs: number;
}

async function reserve(db: Database, worker: Reserving, clock: Clock): Promise<void> {
  const until = Math.max(worker.ids.lastMs(), clock.now()) + AHEAD_MS;
  await db.query({
    name: 'worker-reserve',
    text: `insert into snowflake_workers as w (worker_id, last_ms) values ($1, $2)
on conflict (worker_id) do update set last_ms = greatest(w.last_ms, excluded.last_ms)`,
    values: [worker.lock.key, until],
  });
  worker.reservedMs = until;
}
