import { LOAD_GENERATOR, shopCpu } from '../measure/process-times.js';
import type { OrderFigure } from '../orders/measure-orders.js';
import { digits, table } from './table.js';

const MEASURED = `
  Orders, each of one piece by a customer with a session of their own, paid with tok_ok. One is settled when the
  customer's own open feed says so, which it does once the order is paid and stock confirmed, sale journal, points and
  shipment made have all reached the read model. Times are from the click that places it.
`;
const PERCENTILES = ['p50', 'p95', 'p99'] as const;

/** How many, and how quickly. */
export function orderTable(orders: readonly OrderFigure[]): string {
  const times = ['place', 'settle'].flatMap((what) => PERCENTILES.map((p) => `${what} ${p}`));
  const lines = orders.map(({ shoppers, placedPerSecond, settledPerSecond, place, settle, refused }) => [
    String(shoppers),
    digits(placedPerSecond),
    digits(settledPerSecond),
    ...[place, settle].flatMap((spread) => PERCENTILES.map((p) => digits(spread[p]))),
    String(refused),
  ]);
  return `${MEASURED}\n${table([['shoppers', 'placed/s', 'settled/s', ...times, 'refused'], ...lines])}`;
}

/** What each settled order cost, a column for each number of shoppers, the dearest process first. */
export function costTable(orders: readonly OrderFigure[]): string {
  const last = orders.at(-1)?.cpuMs ?? {};
  const names = Object.keys(last)
    .filter((name) => name !== LOAD_GENERATOR)
    .sort((a, b) => (last[b] ?? 0) - (last[a] ?? 0));
  const line = (what: string, value: (figure: OrderFigure) => number | null | undefined) => [
    what,
    ...orders.map((figure) => digits(value(figure))),
  ];
  return `\n${table([
    ['for each settled order, by shoppers', ...orders.map(({ shoppers }) => String(shoppers))],
    line('stream messages', ({ counts }) => counts?.streamMessages),
    line('transactions', ({ counts }) => counts?.transactions),
    line('WAL kB', ({ counts }) => counts && counts.walBytes / 1_000),
    line('fsyncs', ({ counts }) => counts?.fsyncs),
    line('CPU ms', ({ cpuMs }) => shopCpu(cpuMs)),
    ...names.map((name) => line(`  ${name}`, ({ cpuMs }) => cpuMs[name])),
    line('CPU ms of the bench itself', ({ cpuMs }) => cpuMs[LOAD_GENERATOR]),
  ])}`;
}
