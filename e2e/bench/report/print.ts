import { costTable, orderTable } from './order-tables.js';
import { rateTable } from './rate-table.js';
import type { Report } from './report.js';
import { digits, table } from './table.js';

/** Everything that was measured, for people. */
export function printed(report: Report): string {
  const { orders, rates, problems } = report;
  return [
    heading(report),
    orders.length > 0 ? orderTable(orders) + costTable(orders) : '',
    Object.keys(rates).length > 0 ? rateTable(rates) : '',
    targetTable(report.targets),
    ...problems.map((problem) => `  WRONG: ${problem}\n`),
    problems.length > 0 ? '\n' : '',
  ].join('');
}

function heading({ machine, engines, seconds, warmUpSeconds }: Report): string {
  const { cpus, model, node, loadBefore, quiet } = machine;
  const state = quiet ? 'quiet' : 'BUSY WITH SOMETHING ELSE, so believe counts rather than times';
  return `
  ${cpus} × ${model}, Node ${node}; load before the start ${loadBefore.toFixed(2)}: ${state}
  ${engines.join(' · ') || 'a shop that ran already'}
  each figure ${seconds} s after ${warmUpSeconds} s of warm-up; rates are per second, times in milliseconds
`;
}

function targetTable(targets: Report['targets']): string {
  if (targets.length === 0) return '';
  const head = ['target', 'wanted', 'got', ''];
  const lines = targets.map(({ what, bound, better, value, reached }) => [
    what,
    `${better === 'higher' ? '≥' : '≤'} ${digits(bound)}`,
    digits(value),
    reached ? '✓' : '✗',
  ]);
  return `\n${table([head, ...lines])}\n`;
}
