import type { Statement } from '@evenkeel/postgres';

/** The fifth repetition of a step comes about seven minutes after the first. */
const REPEATED_TOO_OFTEN = 5;

/** How many orders there are, and those that nobody looks after, by the database's clock. */
export const selectVitals: Statement = {
  text: `select count(*)::int as orders, coalesce(sum(version), 0)::bigint as versions,
  coalesce((array_agg(id::text) filter (where deadline_at < now() - interval '1 minute'
    or case when deadline_at is not null then (progress::json ->> 'attempts')::int >= $1 end))[1:5], '{}') as stuck
from order_states`,
  values: [REPEATED_TOO_OFTEN],
};
