import type { DeadLetterReplay, DeadLetterState, ReplayTally } from '@evenkeel/contracts';
import type { Statement } from '@evenkeel/postgres';

/** A replay as it is kept, with the sums of its parts. */
export interface ReplayRow extends Omit<DeadLetterReplay, 'startedAt' | 'endedAt'> {
  /** Of one letter: the state that it was in. */
  readonly wasIn: DeadLetterState | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

const REPLAYS = `select j.id as "replayId", j.state, j.who, j.subject, j.was_in as "wasIn",
  j.started_at as "startedAt", j.ended_at as "endedAt", coalesce(sum(p.done), 0)::int as done,
  coalesce(sum(p.failed), 0)::int as failed, coalesce(sum(p.remaining), 0)::int as left,
  coalesce(sum(p.quarantined), 0)::int as quarantined,
  coalesce(array_agg(p.service || ': ' || p.note) filter (where p.note is not null), '{}') as "waitsFor"
from replay_jobs j left join replay_parts p on p.job_id = j.id`;

export const selectReplayOf = (key: string): Statement => ({
  text: `${REPLAYS} where j.key = $1 group by j.id`,
  values: [key],
});

export const selectReplays = (ids: readonly string[]): Statement => ({
  text: `${REPLAYS} where j.id = any($1::uuid[]) group by j.id`,
  values: [ids],
});

export const selectReplaysAfter = (after: string | null, limit: number): Statement => ({
  text: `${REPLAYS} where ($1::uuid is null or j.id < $1) group by j.id order by j.id desc limit $2`,
  values: [after, limit],
});

export interface NewReplay {
  readonly id: string;
  readonly key: string;
  readonly who: string;
  readonly subject: string;
  readonly group: string | null;
  readonly letter: { readonly id: string; readonly durable: string } | null;
  readonly wasIn: DeadLetterState | null;
}

/** Writes a replay down; nothing when the key has one already. */
export const insertReplay = ({ id, key, who, subject, group, letter, wasIn }: NewReplay): Statement => ({
  text: `insert into replay_jobs (id, key, who, subject, group_id, letter_id, durable, was_in)
values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key) do nothing returning id`,
  values: [id, key, who, subject, group, letter?.id ?? null, letter?.durable ?? null, wasIn],
});

/** How far a replay is at one service; without a tally, why that is not known. */
export interface Part {
  readonly replayId: string;
  readonly service: string;
  readonly tally: ReplayTally | null;
  readonly note: string | null;
}

/** Keeps how far replays are; what is not known stays as it was. */
export const upsertParts = (parts: readonly Part[]): Statement => ({
  text: `insert into replay_parts as p (job_id, service, done, failed, quarantined, remaining, note)
select id, service, coalesce(done, 0), coalesce(failed, 0), coalesce(quarantined, 0), remaining, note
from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::int[], $6::int[], $7::text[])
  as new(id, service, done, failed, quarantined, remaining, note)
on conflict (job_id, service) do update set note = excluded.note,
  done = case when excluded.remaining is null then p.done else excluded.done end,
  failed = case when excluded.remaining is null then p.failed else excluded.failed end,
  quarantined = case when excluded.remaining is null then p.quarantined else excluded.quarantined end,
  remaining = coalesce(excluded.remaining, p.remaining)`,
  values: [
    parts.map(({ replayId }) => replayId),
    parts.map(({ service }) => service),
    parts.map(({ tally }) => tally?.done ?? null),
    parts.map(({ tally }) => tally?.failed ?? null),
    parts.map(({ tally }) => tally?.quarantined ?? null),
    parts.map(({ tally }) => tally?.left ?? null),
    parts.map(({ note }) => note),
  ],
});

/** A part of which something is left, or of which nothing is known. */
export interface OpenPart {
  readonly replayId: string;
  readonly service: string;
  readonly group: string | null;
  readonly letterId: string | null;
  readonly durable: string | null;
  readonly remaining: number | null;
}

export const selectOpenParts: Statement = {
  text: `select j.id as "replayId", p.service, j.group_id as "group", j.letter_id as "letterId", j.durable, p.remaining
from replay_jobs j join replay_parts p on p.job_id = j.id
where j.state = 'running' and (p.remaining is null or p.remaining > 0) order by j.id, p.service`,
};

/** Ends the replays of which nothing is left. */
export const endReplays: Statement = {
  text: `update replay_jobs j set state = 'done', ended_at = now() where state = 'running' and not exists (
  select 1 from replay_parts p where p.job_id = j.id and (p.remaining is null or p.remaining > 0)) returning id`,
};
