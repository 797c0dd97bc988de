import type { MessageVitals } from '@evenkeel/contracts';
import { type Database, theOne } from '@evenkeel/postgres';

/** How the outbox and the dead letters of a service stand. */
export const getMessageVitals = (db: Database): Promise<MessageVitals> =>
  theOne(db, {
    text: `select (select count(*)::int from outbox o
  where o.at < now() - interval '30 seconds'
    and not exists (select 1 from outbox_sent s where s.id = o.id)) as unsent,
  (select count(*)::int from dead_letters where state <> 'replayed') as "deadLetters"`,
  });
