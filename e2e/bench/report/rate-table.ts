import { LOAD_GENERATOR, shopCpu } from '../measure/process-times.js';
import type { Findings } from './findings.js';
import { digits, table } from './table.js';

const HEAD = ['', 'a second', 'p50', 'p95', 'p99', 'CPU ms', 'of the bench', 'at once', 'refused'];

/** What can be said with one number a second, floors and all. */
export function rateTable(rates: Findings['rates']): string {
  const all = Object.entries(rates);
  const lines = all.map(([name, { perSecond, ms, cpuMs, workers, refused }]) => [
    name,
    digits(perSecond),
    ...[ms.p50, ms.p95, ms.p99, shopCpu(cpuMs), cpuMs[LOAD_GENERATOR]].map(digits),
    String(workers),
    String(refused),
  ]);
  const meant = all.map(([name, { what }]) => `  ${name}: ${what}\n`);
  return `\n${meant.join('')}\n${table([HEAD, ...lines])}`;
}
