import type { BenchOptions } from '../options.js';
import type { Findings } from './findings.js';
import type { Machine } from './machine.js';
import { type Judged, judge } from './targets.js';

/** All that a run found out; what `--json` writes. Rates are per second, times in milliseconds. */
export interface Report extends Readonly<Findings> {
  readonly at: string;
  readonly machine: Machine;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly targets: readonly Judged[];
}

export function reportOf(machine: Machine, options: BenchOptions, findings: Findings): Report {
  const { seconds, warmUpSeconds } = options;
  const problems = [...findings.problems, ...wrongEnds(findings)];
  const at = new Date().toISOString();
  return { at, machine, seconds, warmUpSeconds, ...findings, targets: judge(findings), problems };
}

/** What was answered that should not have been; a polite refusal is none of it. */
function wrongEnds({ orders, rates }: Findings): string[] {
  const figures = [
    ...orders.map(({ shoppers, wrong }) => [`orders of ${shoppers} shoppers`, wrong] as const),
    ...Object.entries(rates).map(([name, { wrong }]) => [name, wrong] as const),
  ];
  return figures.flatMap(([name, wrong]) =>
    Object.entries(wrong).map(([what, count]) => `${name}: ${what}, ${count} times`),
  );
}
