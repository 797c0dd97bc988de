import type { DeadLetterName } from '@evenkeel/contracts';
import type { Statement } from '@evenkeel/postgres';
import {
  type Change,
  type KeptLetter,
  type ListedLetters,
  type NewDeadLetter,
  REPLAYED_KEPT_DAYS,
  type ScopedReplay,
} from './dead-letter.js';
import { groupOf } from './grouping.js';

const HEAD = `id, durable, type, error, tries, state, group_id as "group", replays, revision, at,
  changed_at as "changedAt", changed_by as "changedBy"`;
const LETTER = `${HEAD}, payload`;

export const insertLetter = (letter: NewDeadLetter): Statement => ({
  text: `insert into dead_letters (id, durable, type, payload, error, tries, group_id)
values ($1, $2, $3, $4, $5, $6, $7) on conflict (id, durable) do nothing`,
  values: [
    letter.id,
    letter.durable,
    letter.type,
    letter.payload,
    letter.error,
    letter.tries,
    groupOf(letter),
  ],
});

export function selectLetters({ first, after, group, state }: ListedLetters): Statement {
  const [at, id] = after?.split('|') ?? [null, null];
  return {
    text: `select ${HEAD} from dead_letters
where ($1::text is null and state <> 'replayed' or state = $1) and ($2::uuid is null or group_id = $2)
  and ($3::timestamptz is null or (at, id) < ($3, $4::uuid))
order by at desc, id desc limit $5`,
    values: [state, group, at, id, first],
  };
}

export const selectGroups = (first: number): Statement => ({
  text: `select group_id as "group", durable, type, min(error) as error,
  count(*) filter (where state = 'open')::int as open,
  count(*) filter (where state = 'quarantined')::int as quarantined, min(at) as "firstAt", max(at) as "lastAt"
from dead_letters where state <> 'replayed' group by group_id, durable, type order by max(at) desc limit $1`,
  values: [first],
});

export const selectLetter = ({ id, durable }: DeadLetterName): Statement => ({
  text: `select ${LETTER} from dead_letters where id = $1 and durable = $2`,
  values: [id, durable],
});

/** Not tried yet; one that is quarantined only when it is named. */
const UNTRIED = `changed_by is distinct from $1 and (state = 'open' or state = 'quarantined' and $3::uuid is not null)`;
const IN_SCOPE = `($2::uuid is null or group_id = $2) and ($3::uuid is null or id = $3 and durable = $4)`;
const scope = ({ replayId, group, letter }: ScopedReplay) => [
  replayId,
  group ?? null,
  letter?.id ?? null,
  letter?.durable ?? null,
];

export const selectUntried = (replay: ScopedReplay, first: number): Statement => ({
  text: `select ${LETTER} from dead_letters where ${UNTRIED} and ${IN_SCOPE} order by at, id limit $5`,
  values: [...scope(replay), first],
});

export const selectTally = (replay: ScopedReplay): Statement => ({
  text: `with mine as (select state, changed_by = $1 as tried from dead_letters
  where changed_by = $1 or (${UNTRIED} and ${IN_SCOPE}))
select count(*) filter (where tried and state = 'replayed')::int as done,
  count(*) filter (where tried and state <> 'replayed')::int as failed,
  count(*) filter (where tried is not true)::int as left,
  count(*) filter (where state = 'quarantined')::int as quarantined from mine`,
  values: scope(replay),
});

export const updateLetter = ({ id, durable, revision }: KeptLetter, by: string, to: Change): Statement => ({
  text: `update dead_letters set type = coalesce($5, type), payload = coalesce($6, payload),
  error = coalesce($7, error), group_id = coalesce($8, group_id), state = coalesce($9, state),
  replays = coalesce($10, replays), revision = revision + 1, changed_by = $4, changed_at = now()
where id = $1 and durable = $2 and revision = $3 returning 1`,
  values: [
    id,
    durable,
    revision,
    by,
    to.type ?? null,
    to.payload ?? null,
    to.error ?? null,
    to.group ?? null,
    to.state ?? null,
    to.replays ?? null,
  ],
});

export const deleteReplayed: Statement = {
  text: `delete from dead_letters where state = 'replayed' and changed_at < now() - make_interval(days => $1)`,
  values: [REPLAYED_KEPT_DAYS],
};
