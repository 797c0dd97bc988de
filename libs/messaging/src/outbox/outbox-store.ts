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

/** Which unsent rows to look for; `after` is the id of the last one seen. */
export interface UnsentPage {
  /** `recent` is quick and misses what lay unsent for longer than ten seconds. */
  readonly among: 'all' | 'recent';
  readonly after: string;
  readonly limit: number;
}

export interface OutboxStore {
  markSent(marks: readonly SentMark[]): Promise<void>;
  /** Rows older than two seconds, by the database's clock, that were never acknowledged, in order of id. */
  unsent(page: UnsentPage): Promise<OutboxRow[]>;
  /** Those of the streams that rows of this service were stored in. */
  sentTo(streams: readonly string[]): Promise<string[]>;
  /** The row with the highest acknowledged sequence of a stream. */
  newestMark(stream: string): Promise<Pick<SentMark, 'id' | 'seq'> | null>;
  /** Forgets that rows were sent to a stream (but for one made at this time), so that the sweep publishes them again. */
  forgetSent(stream: string, butFor?: { readonly streamCreated: string }): Promise<number>;
  /** Removes rows of a stream up to this sequence that are older than the limit; returns how many, at most 5 000. */
  prune(stream: string, upTo: { readonly seq: number; readonly olderThanSeconds: number }): Promise<number>;
  /** Removes what the inbox need not know any more; returns how many, at most 10 000. */
  pruneInbox(olderThanSeconds: number): Promise<number>;
}

const recently = "and o.at >= now() - interval '10 seconds'";

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
    unsent: ({ among, after, limit }) =>
      db.query({
        name: `outbox-unsent-${among}`,
        text: `select o.id, o.type, o.payload, o.events from outbox o
where o.id > $1 and o.at < now() - interval '2 seconds' ${among === 'recent' ? recently : ''}
  and not exists (select 1 from outbox_sent s where s.id = o.id)
order by o.id limit $2`,
        values: [after, limit],
      }),
    async sentTo(streams) {
      const rows = await db.query<{ stream: string }>({
        text: `select stream from unnest($1::text[]) stream
where exists (select 1 from outbox_sent s where s.stream = stream.stream)`,
        values: [streams],
      });
      return rows.map((r) => r.stream);
    },
    async newestMark(stream) {
      const rows = await db.query<Pick<SentMark, 'id' | 'seq'>>({
        text: 'select id, seq from outbox_sent where stream = $1 order by seq desc limit 1',
        values: [stream],
      });
      return rows[0] ?? null;
    },
    async forgetSent(stream, butFor) {
      const rows = await db.query<{ forgotten: number }>({
        text: `with gone as (delete from outbox_sent
  where stream = $1 and ($2::timestamptz is null or stream_created <> $2) returning 1)
select count(*)::int as forgotten from gone`,
        values: [stream, butFor?.streamCreated ?? null],
      });
      return rows[0]?.forgotten ?? 0;
    },
    async prune(stream, { seq, olderThanSeconds }) {
      const rows = await db.query<{ removed: number }>({
        text: `with old as (
  select s.id from outbox_sent s join outbox o using (id)
  where s.stream = $1 and s.seq <= $2 and o.at < now() - make_interval(secs => $3)
  order by s.seq limit 5000),
rows as (delete from outbox where id in (select id from old)),
marks as (delete from outbox_sent where id in (select id from old))
select count(*)::int as removed from old`,
        values: [stream, seq, olderThanSeconds],
      });
      return rows[0]?.removed ?? 0;
    },
    async pruneInbox(olderThanSeconds) {
      const rows = await db.query<{ removed: number }>({
        text: `with gone as (delete from inbox where id in (
  select id from inbox where at < now() - make_interval(secs => $1) limit 10000) returning 1),
tries as (delete from message_tries where at < now() - make_interval(secs => $1))
select count(*)::int as removed from gone`,
        values: [olderThanSeconds],
      });
      return rows[0]?.removed ?? 0;
    },
  };
}
