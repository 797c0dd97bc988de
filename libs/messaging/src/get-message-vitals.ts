import type { MessageVitals } from '@evenkeel/contracts';
import { type Database, theOne } from '@evenkeel/postgres';
import { declaredStreams } from './stream/streams.js';

/** How the outbox and the dead letters of a service stand. */
export const getMessageVitals = (db: Database): Promise<MessageVitals> =>
  theOne(db, {
    text: `select (select count(*)::int from outbox o
  where o.at < now() - interval '30 seconds'
    and not exists (select 1 from outbox_sent s where s.id = o.id)) as unsent,
  (select count(*)::int from dead_letters where state <> 'replayed') as "deadLetters",
  coalesce((select json_agg(m) from unnest($1::text[]) n(stream) cross join lateral (
    select s.stream, to_char(s.stream_created at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created, s.seq
    from outbox_sent s where s.stream = n.stream order by s.seq desc limit 1) m), '[]') as acknowledged`,
    values: [declaredStreams().map(({ name }) => name)],
  });
