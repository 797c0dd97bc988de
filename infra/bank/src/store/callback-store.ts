import type { Statement } from '@evenkeel/postgres';

/** A callback on its way: the very bytes that are signed and sent, again and again until they are taken. */
export interface Callback {
  readonly id: string;
  readonly body: string;
  readonly copies: number;
  readonly tries: number;
}

export interface NewCallback extends Omit<Callback, 'tries'> {
  /** From now, when somebody else than the process that made it may send it. */
  readonly afterMs: number;
}

export const insertCallbacks = (callbacks: readonly NewCallback[]): Statement => ({
  name: 'callbacks-insert',
  text: `insert into callbacks (id, body, copies, next_at)
select i, b, c, now() + a * interval '1 millisecond' from unnest($1::uuid[], $2::text[], $3::int[], $4::int[]) n(i, b, c, a)`,
  values: [
    callbacks.map((c) => c.id),
    callbacks.map((c) => c.body),
    callbacks.map((c) => c.copies),
    callbacks.map((c) => c.afterMs),
  ],
});

export const selectDueCallbacks = (limit: number): Statement => ({
  name: 'callbacks-due',
  text: 'select id, body, copies, tries from callbacks where next_at <= now() order by next_at limit $1',
  values: [limit],
});

export const deleteCallbacks = (ids: readonly string[]): Statement => ({
  name: 'callbacks-delete',
  text: 'delete from callbacks where id = any($1::uuid[])',
  values: [ids],
});

/** Not taken: tried again after 1 s, 2 s, 4 s … at most a minute. */
export const delayCallbacks = (ids: readonly string[]): Statement => ({
  name: 'callbacks-delay',
  text: `update callbacks set tries = tries + 1, next_at = now() + least(60, power(2, least(tries, 10))) * interval '1 second'
where id = any($1::uuid[])`,
  values: [ids],
});
