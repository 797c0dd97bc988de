import type { Value } from '../../bson/values.js';
import { CommandError } from '../../errors.js';

const MILLISECONDS: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

export function truncated(date: Date, unit: Value): Date {
  const months = MONTHS[String(unit)];
  if (months !== undefined) {
    const month = date.getUTCMonth();
    return new Date(Date.UTC(date.getUTCFullYear(), month - (month % months), 1));
  }
  const size = MILLISECONDS[String(unit)];
  if (size === undefined) throw new CommandError(9, `unknown time unit value: ${String(unit)}`);
  // Weeks begin on Sunday; the first one after 1970 began on 4 January.
  const origin = unit === 'week' ? 3 * 86_400_000 : 0;
  return new Date(Math.floor((date.getTime() - origin) / size) * size + origin);
}

export function moved(date: Date, unit: string, amount: number): Date {
  const months = MONTHS[unit];
  if (months === undefined) {
    const size = MILLISECONDS[unit];
    if (size === undefined) throw new CommandError(9, `unknown time unit value: ${unit}`);
    return new Date(date.getTime() + amount * size);
  }
  // A month that is too short ends on its last day.
  const day = date.getUTCDate();
  const result = new Date(date);
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + amount * months);
  const last = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(day, last));
  return result;
}
