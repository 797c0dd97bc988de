import { type Engine, withoutSecret } from '@evenkeel/engines';
import type { Mode } from './config.js';
import type { RunningSystem } from './system.js';

/** Three of the demo's accounts; a test holds them against the contracts, which this process need not load. */
export const signIns = [
  ['mara.ellison@evenkeel.test', 'evenkeel', 'a shopper, in English'],
  ['lin.wan@evenkeel.test', 'evenkeel', 'a shopper, in Chinese'],
  ['operator@evenkeel.test', 'operator', 'sees the company from inside'],
] as const;

/** Some of the bank's test cards, held against the bank by the same test. */
export const cards = [
  ['4242 4242 4242 4242', 'paid at once'],
  ['4000 0000 0000 0002', 'refused: try another'],
  ['4000 0000 0000 0077', 'paid after 8 s'],
  ['4000 0000 0000 0341', 'paid, but the bank’s call back is lost'],
  ['4000 0000 0000 9995', 'charged, then no answer'],
] as const;

const PROCESSES_IN_A_ROW = 5;

/** The page that a start ends with. */
export function startTable(
  system: Pick<RunningSystem, 'addresses' | 'engines' | 'names' | 'pidOf'>,
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
    section('Processes, which come back when they are killed', processRows(system)),
  ];
  if (mode === 'demo')
    sections.push(section('Sign in', signIns), section('Cards, good until any month to come', cards));
  return `\n${sections.join('\n')}\n  Ctrl-C stops everything. \`npm start -- --fresh\` begins with empty data.\n\n`;
}

function engineRow(engine: Engine): string[] {
  const remark = engine.remark ? `; ${engine.remark}` : '';
  return [engine.name, `${engine.kind}, ${engine.version}${remark}`, withoutSecret(engine.url)];
}

/** A name and its number, a few in a row. */
function processRows({ names, pidOf }: Pick<RunningSystem, 'names' | 'pidOf'>): string[][] {
  const cells = names.map((name) => `${name} ${pidOf(name) ?? 'starting'}`);
  const rows = Math.ceil(cells.length / PROCESSES_IN_A_ROW);
  return Array.from({ length: rows }, (_, row) =>
    cells.slice(row * PROCESSES_IN_A_ROW, (row + 1) * PROCESSES_IN_A_ROW),
  );
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
