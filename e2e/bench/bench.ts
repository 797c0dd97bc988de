import { writeFile } from 'node:fs/promises';
import { stdout } from 'node:process';
import { measureFourRows } from './floors/four-rows.js';
import { measureHelloWorld } from './floors/hello-world.js';
import type { BenchOptions, FigureName } from './options.js';
import { measureOrderSteps } from './orders/measure-order-steps.js';
import { say } from './progress.js';
import { measureReading } from './reads/measure-reading.js';
import { guests } from './reads/readers.js';
import { readingNames, readings } from './reads/readings.js';
import type { Findings } from './report/findings.js';
import { machine } from './report/machine.js';
import { printed } from './report/print.js';
import { type Report, reportOf } from './report/report.js';
import { measureReservations } from './reservations/measure-reservations.js';
import { foreignStage } from './stage/foreign-stage.js';
import type { Stage } from './stage/stage.js';
import { throwAwayStage } from './stage/throw-away-stage.js';

/** Measures, prints and writes down; the exit code, which is 1 when anything came out wrong. */
export async function bench(options: BenchOptions): Promise<number> {
  const before = machine();
  const findings: Findings = { engines: [], orders: [], rates: {}, problems: [] };
  await withoutStage(options, findings);
  if (ON_STAGE.some((name) => options.only.has(name))) await onStage(options, findings);
  const report: Report = reportOf(before, options, findings);
  stdout.write(printed(report));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  return report.problems.length > 0 ? 1 : 0;
}

const ON_STAGE: readonly FigureName[] = ['four-rows', 'orders', ...readingNames];

async function withoutStage({ only, ...times }: BenchOptions, { rates, problems }: Findings): Promise<void> {
  if (only.has('hello-world')) {
    tell('hello-world', times);
    rates['hello-world'] = await measureHelloWorld(times);
  }
  if (only.has('reservations')) {
    tell('reservations', times);
    const measured = await measureReservations(times);
    rates.reservations = measured.figure;
    problems.push(...measured.problems);
  }
}

async function onStage(options: BenchOptions, findings: Findings): Promise<void> {
  const { only, url } = options;
  const stage: Stage = url === undefined ? await throwAwayStage() : await foreignStage(url);
  try {
    findings.engines.push(...stage.engines);
    if (only.has('four-rows')) {
      tell('four-rows', options);
      findings.rates['four-rows'] = await measureFourRows(stage, options);
    }
    if (only.has('orders')) {
      const { figures, problems } = await measureOrderSteps(stage, options);
      findings.orders.push(...figures);
      findings.problems.push(...problems);
    }
    await readOnStage(stage, options, findings);
    findings.problems.push(...stage.deaths);
  } finally {
    await stage.stop();
  }
}

async function readOnStage(stage: Stage, options: BenchOptions, { rates }: Findings): Promise<void> {
  let arrived: Promise<readonly string[]> | undefined;
  const library = {
    base: stage.base,
    guests() {
      arrived ??= guests(stage.base);
      return arrived;
    },
  };
  for (const name of readingNames.filter((one) => options.only.has(one))) {
    const reading = await readings[name](library);
    tell(name, options);
    rates[name] = await measureReading(reading, stage, options);
  }
}

const tell = (
  name: FigureName,
  { warmUpSeconds, seconds }: Pick<BenchOptions, 'warmUpSeconds' | 'seconds'>,
) => say(`${name}: ${warmUpSeconds} s of warm-up and ${seconds} s`);
