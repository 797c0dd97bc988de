import type { NemesisRun } from './nemesis.js';
import { BLOW_KINDS } from './plan.js';

/** What happened, in tables: blows by kind, what people were told, rare paths, and what is wrong. */
export function reportOf(run: NemesisRun): string {
  const blows = BLOW_KINDS.map((kind) => {
    const own = run.struck.filter((one) => one.kind === kind);
    const fired = own.reduce((sum, one) => sum + one.fired, 0);
    return [kind, `set ${own.filter(({ refused }) => refused === null).length}`, `took effect ${fired}`];
  });
  const sections = [
    ['Blows', table(blows)],
    ['What people were told', table([...run.counts].sort().map(([what, count]) => [what, String(count)]))],
    ['Rare paths', table([...run.rare].map(([name, sum]) => [name, String(sum)]))],
    ['Orders', `  ${run.orders}, all ended ${(run.convergedMs / 1_000).toFixed(1)} s after healing began`],
    ['Never happened', run.neverFired.length > 0 ? `  ${run.neverFired.join(', ')}` : '  (every kind did)'],
    ['Wrong', run.violations.length > 0 ? run.violations.map((one) => `  ${one}`).join('\n') : '  nothing'],
  ];
  return sections.map(([title, text]) => `\n${title}\n${text}`).join('\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, at) => Math.max(known[at] ?? 0, cell.length)),
    [],
  );
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}`,
    )
    .join('\n');
}
