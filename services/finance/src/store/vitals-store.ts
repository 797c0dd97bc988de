import type { Statement } from '@evenkeel/postgres';

/** The journals that do not balance, and the balance of every account. */
export const selectVitals: Statement = {
  text: `select (select count(*)::int from journals) as journals,
  coalesce((select (array_agg(journal_id::text))[1:5] from (
    select journal_id from entries group by journal_id having sum(amount) <> 0) u), '{}') as unbalanced,
  coalesce((select json_agg(b) from (
    select e.account, j.currency, sum(e.amount)::bigint as balance
    from entries e join journals j on j.id = e.journal_id group by 1, 2) b), '[]') as balances,
  (select count(*)::int from entries e
   where not exists (select from journals j where j.id = e.journal_id)) as unbooked,
  coalesce((select (array_agg(source_event_id::text))[1:5] from (
    select source_event_id from journals group by source_event_id, kind having count(*) > 1) t), '{}') as repeated`,
};
