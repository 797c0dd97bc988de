import type { Statement } from '@evenkeel/postgres';

const LONG_AGO = "now() - interval '5 minutes'";

/** What the bank has not decided for too long, by the database's clock, and what went back beyond what was taken. */
export const selectVitals: Statement = {
  text: `select coalesce((select (array_agg(id::text))[1:5] from (
    select id from attempts where next_query_at is not null and opened_at < ${LONG_AGO}
    union all select id from refunds where state = 'asked' and at < ${LONG_AGO}) u), '{}') as undecided,
  coalesce((select (array_agg(a.id::text))[1:5] from attempts a where a.refunded > coalesce(a.taken, 0)
    or a.refunded < (select sum(r.amount) from refunds r where r.attempt_id = a.id)), '{}') as "overRefunded"`,
};
