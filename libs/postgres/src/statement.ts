/** One SQL statement. A `name` makes it prepared once a connection; give every statement of a hot path one. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/**
 * The statement, which must change exactly `count` rows or raise `40001` and roll its transaction back: how a
 * version check lets COMMIT travel along with it. Needs the function `must_change` of the house migrations.
 */
export function mustChange(statement: Statement, count: number): Statement {
  const values = statement.values ?? [];
  return {
    ...(statement.name ? { name: `${statement.name}!` } : {}),
    text: `with changed as (${statement.text} returning 1)
select must_change((select count(*) from changed), $${values.length + 1}::bigint)`,
    values: [...values, count],
  };
}
