import type { Database } from '@evenkeel/postgres';

/** The names that things have in a story, and the ids that they have in the database. */
export class Names<Id extends string> {
  readonly #ids: ReadonlyMap<string, Id>;

  constructor(names: readonly string[], idOf: (name: string) => Id) {
    this.#ids = new Map(names.map((name) => [name, idOf(name)]));
  }

  get ids(): Id[] {
    return [...this.#ids.values()];
  }

  id(name: string): Id {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`The story has no ${name}`);
    return id;
  }

  get entries(): (readonly [string, string])[] {
    return [...this.#ids];
  }
}

/** Rows as a story would show them: ids by their names, cell after cell, sorted. The query is `select <cells> <from>`. */
export async function rowsInStory<Row extends readonly unknown[]>(
  db: Database,
  names: readonly Names<string>[],
  {
    cells,
    from,
    values,
  }: { readonly cells: string; readonly from: string; readonly values: readonly unknown[] },
): Promise<Row[]> {
  const nameOf = new Map(names.flatMap(({ entries }) => entries.map(([name, id]) => [id, name])));
  const found = await db.query<{ row: unknown[] }>({
    text: `select json_build_array(${cells}) as row from ${from}`,
    values,
  });
  const rows = found.map(({ row }) => row.map((cell) => nameOf.get(cell as string) ?? cell));
  return sorted(rows) as unknown as Row[];
}

/** Rows in the order in which a story shows them. */
export const sorted = <Row>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
