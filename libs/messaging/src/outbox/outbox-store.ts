import type { Database, Statement } from '@evenkeel/postgres';
import type { OutboxRow } from './pack.js';

/** Where the broker stored a row. */
export interface SentMark {
  readonly id: string;
  readonly stream: string;
  /** Creation time of that stream: a stream that was made anew counts from one again. */
  readonly streamCreated: string;
  readonly seq: number;
}

export function insertOutbox(rows: readonly OutboxRow[]): Statement {
  return {
    name: 'outbox-insert',
    text: `insert into outbox (id, type, payload, events)
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::int[])`,
    values: [
      rows.map((r) => r.id),
      rows.map((r) => r.type),
      rows.map((r) => r.payload),
      rows.map((r) => r.events),
    ],
  };
}

export interface OutboxStore {
  markSent(marks: readonly SentMark[]): Promise<void>;
  /** Rows older than two seconds that were never acknowledged, oldest first. */
  unsent(since: Date, limit: number): Promise<(OutboxRow & { at: Date })[]>;
  /** The row with the highest acknowledged sequence of a stream. */
  newestMark(stream: string): Promise<{ ids: string[]; seq: number; streamCreated: Date } | null>;
  /** Streams that rows of this service were ever stored in. */
  streams(): Promise<string[]>;
  /** Forgets that the kept rows of a stream were sent, so that the sweep publishes them again. */
  forgetSent(stream: string): Promise<number>;
  /** Removes rows that every follower has taken and that are older than the limit. */
  prune(stream: string, takenUpTo: number, olderThanSeconds: number): Promise<number>;
  pruneInbox(olderThanSeconds: number): Promise<number>;
}

export function outboxStore(db: Database): OutboxStore {
  return {
    async markSent(marks) {
      await db.query({
        name: 'outbox-mark',
        text: `insert into outbox_sent (id, stream, stream_created, seq)
select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[]) on conflict (id) do nothing`,
        values: [
          marks.map((m) => m.id),
          marks.map((m) => m.stream),
          marks.map((m) => m.streamCreated),
          marks.map((m) => m.seq),
        ],
      });
    },
    unsent: (since, limit) =>
      db.query({
        name: 'outbox-unsent',
        text: `select o.id, o.type, o.payload, o.events, o.at from outbox o
where o.at >= $1 and o.at < now() - interval '2 seconds'
  and not exists (select 1 from outbox_sent s where s.id = o.id)
order by o.at, o.id limit $2`,
        values: [since, limit],
      }),
    async newestMark(stream) {
      const rows = await db.query<{ id: string; seq: number; stream_created: Date }>({
        text: `select id, seq, stream_created from outbox_sent where stream = $1
and seq = (select max(seq) from outbox_sent where stream = $1)`,
        values: [stream],
      });
      const [first] = rows;
      return first
        ? { ids: rows.map((r) => r.id), seq: first.seq, streamCreated: first.stream_created }
        : null;
    },
    async streams() {
      const rows = await db.query<{ stream: string }>({ text: 'select distinct stream from outbox_sent' });
      return rows.map((r) => r.stream);
    },
    async forgetSent(stream) {
      const rows = await db.query({
        text: `with gone as (delete from outbox_sent where stream = $1 returning id)
select id from gone where exists (select 1 from outbox o where o.id = gone.id)`,
        values: [stream],
      });
      return rows.length;
    },
    async prune(stream, takenUpTo, olderThanSeconds) {
      const rows = await db.query<{ removed: number }>({
        text: `with old as (
  select s.id from outbox_sent s join outbox o using (id)
  where s.stream = $1 and s.seq <= $2 and o.at < now() - make_interval(secs => $3)
  order by s.seq limit 5000),
rows as (delete from outbox where id in (select id from old)),
marks as (delete from outbox_sent where id in (select id from old))
select count(*)::int as removed from old`,
        values: [stream, takenUpTo, olderThanSeconds],
      });
      return rows[0]?.removed ?? 0;
    },
    async pruneInbox(olderThanSeconds) {
      const rows = await db.query<{ removed: number }>({
        text: `with gone as (delete from inbox where id in (
  select id from inbox where at < now() - make_interval(secs => $1) limit 10000) returning 1)
select count(*)::int as removed from gone`,
        values: [olderThanSeconds],
      });
      return rows[0]?.removed ?? 0;
    },
  };
}
