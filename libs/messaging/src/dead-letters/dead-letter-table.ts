import type { DeadLetter } from '@evenkeel/contracts';
import type { Database } from '@evenkeel/postgres';
import type { DeadLetters } from './dead-letter.js';

/** The dead letters of a service with Postgres: a table of its own database. */
export function deadLetterTable(db: Database): DeadLetters {
  return {
    async countTry(id, error) {
      const rows = await db.query<{ tries: number }>({
        name: 'tries-count',
        text: `insert into message_tries (id, tries, error) values ($1, 1, $2)
on conflict (id) do update set tries = message_tries.tries + 1, error = excluded.error, at = now() returning tries`,
        values: [id, error],
      });
      return rows[0]?.tries ?? 1;
    },
    async bury(letter) {
      await db.query({
        text: `insert into dead_letters (id, durable, type, payload, error, tries)
values ($1, $2, $3, $4, $5, $6) on conflict (id, durable) do nothing`,
        values: [letter.id, letter.durable, letter.type, letter.payload, letter.error, letter.tries],
      });
    },
    async list(first) {
      const rows = await db.query<Omit<DeadLetter, 'at'> & { readonly at: Date }>({
        text: 'select id, durable, type, payload, error, tries, at from dead_letters order by at desc, id limit $1',
        values: [first],
      });
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
  };
}
