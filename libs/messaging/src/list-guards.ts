import type { Database } from '@evenkeel/postgres';

/** The unique indexes of a database that are valid, and its triggers that fire. */
export async function listGuards(db: Database): Promise<string[]> {
  const rows = await db.query<{ name: string }>({
    text: `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
where i.indisunique and i.indisvalid and c.relnamespace = current_schema()::regnamespace
union all
select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
where not t.tgisinternal and t.tgenabled in ('O', 'A') and c.relnamespace = current_schema()::regnamespace
order by name`,
  });
  return rows.map(({ name }) => name);
}
