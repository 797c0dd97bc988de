import { type Engine, withoutSecret } from '@evenkeel/engines';
import type { Mode } from './config.js';
import type { RunningSystem } from './system.js';

/** What the demo offers; the bank and the identity service accept exactly these. */
const signIns = [['operator@evenkeel.test', 'operator', 'sees the company from inside']] as const;
const cards = [
  ['tok_ok', 'paid at once'],
  ['tok_declined', 'refused, try another'],
  ['tok_slow', 'paid after 8 s'],
  ['tok_callback_lost', 'the bank never calls back'],
  ['tok_charged_no_answer', 'charged, then silence'],
] as const;

/** The page that a start ends with. */
export function startTable(
  system: Pick<RunningSystem, 'addresses' | 'engines'>,
  mode: Mode,
  dataDir: string,
): string {
  const { gateway, bank } = system.addresses;
  const sections = [
    section('Evenkeel is ready', [
      ['storefront', gateway],
      ['shop API', `${gateway}/graphql`],
      ['bank', bank],
      ['data', dataDir],
    ]),
    section('Engines', system.engines.map(engineRow)),
  ];
  if (mode === 'demo') sections.push(section('Sign in', signIns), section('Cards', cards));
  return `\n${sections.join('\n')}\n  Ctrl-C stops everything. \`npm start -- --fresh\` begins with empty data.\n\n`;
}

function engineRow(engine: Engine): string[] {
  const remark = engine.remark ? `; ${engine.remark}` : '';
  return [engine.name, `${engine.kind}, ${engine.version}${remark}`, withoutSecret(engine.url)];
}

/** Rows in columns that are as wide as their widest cell. */
function section(title: string, rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const lines = rows.map(
    (row) =>
      `    ${row
        .map((cell, column) => cell.padEnd(width(column)))
        .join('  ')
        .trimEnd()}`,
  );
  return `  ${title}\n${lines.join('\n')}\n`;
}
