import { classes } from './classes.js';

export interface TotalsRow {
  readonly label: string;
  readonly value: string;
}

/** A column of amounts that ends in one sum on a line. */
export function Totals({
  rows,
  sum,
  className,
}: {
  rows: readonly TotalsRow[];
  sum: TotalsRow;
  className?: string;
}) {
  return (
    <dl className={classes('text-small', className)}>
      {rows.map((row) => (
        <div key={row.label} className="flex justify-between gap-4 py-[5px]">
          <dt>{row.label}</dt>
          <dd className="whitespace-nowrap tabular-nums">{row.value}</dd>
        </div>
      ))}
      <div
        className={classes(
          'flex justify-between gap-4 text-3 font-strong',
          rows.length > 0 && 'mt-3 border-t border-line pt-3',
        )}
      >
        <dt>{sum.label}</dt>
        <dd className="whitespace-nowrap tabular-nums">{sum.value}</dd>
      </div>
    </dl>
  );
}
