import type { DeadLetterGroup, ReplayTally } from '@evenkeel/contracts';
import { type Database, theOne } from '@evenkeel/postgres';
import type { DeadLetters, KeptLetter } from './dead-letter.js';
import {
  deleteReplayed,
  insertLetter,
  selectGroups,
  selectLetter,
  selectLetters,
  selectTally,
  selectUntried,
  updateLetter,
} from './dead-letter-sql.js';

type Dated<T, Key extends keyof T> = Omit<T, Key> & { readonly [K in Key]: Date };
type Row = Dated<KeptLetter, 'at'> & { readonly changedAt: Date | null };

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
      await db.query(insertLetter(letter));
    },
    list: async (which) => (await db.query<Row>(selectLetters(which))).map(toLetter),
    async groups(first) {
      const rows = await db.query<Dated<DeadLetterGroup, 'firstAt' | 'lastAt'>>(selectGroups(first));
      return rows.map((row) => ({
        ...row,
        firstAt: row.firstAt.toISOString(),
        lastAt: row.lastAt.toISOString(),
      }));
    },
    async find(name) {
      const [row] = await db.query<Row>(selectLetter(name));
      return row ? toLetter(row) : null;
    },
    untried: async (replay, first) => (await db.query<Row>(selectUntried(replay, first))).map(toLetter),
    tally: (replay) => theOne<ReplayTally>(db, selectTally(replay)),
    async change(letter, by, change) {
      return (await db.query(updateLetter(letter, by, change))).length > 0;
    },
    async forget() {
      await db.query(deleteReplayed);
    },
  };
}

const toLetter = (row: Row): KeptLetter => ({
  ...row,
  at: row.at.toISOString(),
  changedAt: row.changedAt?.toISOString() ?? null,
});
