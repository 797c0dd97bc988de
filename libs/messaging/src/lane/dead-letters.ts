import type { Database } from '@evenkeel/postgres';

/** An event that failed by its own fault, as often as it is tried. */
export interface DeadLetter {
  readonly id: string;
  readonly durable: string;
  readonly type: string;
  readonly payload: string;
  readonly error: string;
  readonly tries: number;
}

export interface DeadLetterStore {
  /** Counts one more try and returns how many there were. */
  countTry(id: string, error: string): Promise<number>;
  bury(letter: DeadLetter): Promise<void>;
}

export function deadLetterStore(db: Database): DeadLetterStore {
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
  };
}
