import { connectBus } from '@evenkeel/messaging';
import { openDatabase } from '@evenkeel/postgres';
import type { Stage } from '../stage/stage.js';

/** What the engines have counted so far. Milliseconds are noise on a shared machine; these are exact. */
export interface EngineCounts {
  /** Messages stored by the bus. */
  readonly streamMessages: number;
  /** Begun and ended in the databases of the services; a connection tells within ten seconds of falling idle. */
  readonly transactions: number;
  readonly walBytes: number;
  /** Of the log of Postgres: how often somebody waited for the disk. */
  readonly fsyncs: number;
}

/** Reads the counts of a stage of our own. */
export interface Counter {
  read(): Promise<EngineCounts>;
  close(): Promise<void>;
}

/** Begun where no service is, so that the reading itself is not counted. */
const READ = {
  text: `select
    (select sum(xact_commit + xact_rollback) from pg_stat_database where datname <> current_database()) as transactions,
    pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as "walBytes",
    (select sum(fsyncs) from pg_stat_io where object = 'wal') as fsyncs`,
};

export async function openCounter(stage: Stage): Promise<Counter> {
  const db = openDatabase({ url: stage.engine('postgres'), max: 1 });
  const bus = await connectBus(stage.engine('nats'), 'bench');
  const streams = await bus.jetstreamManager();
  const stored = async () => {
    let messages = 0;
    for await (const { state } of streams.streams.list()) messages += state.last_seq;
    return messages;
  };
  return {
    async read() {
      const [[counts], streamMessages] = await Promise.all([
        db.query<Record<keyof Omit<EngineCounts, 'streamMessages'>, string | number>>(READ),
        stored(),
      ]);
      if (!counts) throw new Error('Postgres counted nothing');
      const { transactions, walBytes, fsyncs } = counts;
      return {
        streamMessages,
        transactions: Number(transactions),
        walBytes: Number(walBytes),
        fsyncs: Number(fsyncs),
      };
    },
    async close() {
      await Promise.all([db.close(), bus.close()]);
    },
  };
}

/** What was counted between two readings. */
export const between = (before: EngineCounts, after: EngineCounts): EngineCounts => ({
  streamMessages: after.streamMessages - before.streamMessages,
  transactions: after.transactions - before.transactions,
  walBytes: after.walBytes - before.walBytes,
  fsyncs: after.fsyncs - before.fsyncs,
});

/** The share of one of so many. */
export const shareOf = (counts: EngineCounts, parts: number): EngineCounts => ({
  streamMessages: counts.streamMessages / parts,
  transactions: counts.transactions / parts,
  walBytes: counts.walBytes / parts,
  fsyncs: counts.fsyncs / parts,
});
