import { ObjectId } from 'bson';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { CommandError, notImplemented } from '../../errors.js';
import { namedArguments, unary } from '../arguments.js';
import { type Evaluate, isNothing, type Operator, type Scope, typeName } from '../evaluate.js';
import { moved, truncated } from './date-units.js';

/** Operators on dates. They compute in UTC; any other time zone is refused. */
export const DATES: Record<string, Operator> = {
  $year: part('$year', (date) => date.getUTCFullYear()),
  $month: part('$month', (date) => date.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (date) => date.getUTCDate()),
  $dayOfWeek: part('$dayOfWeek', (date) => date.getUTCDay() + 1),
  $hour: part('$hour', (date) => date.getUTCHours()),
  $dateToString: (argument, compile) => {
    const optional = ['format', 'timezone', 'onNull'];
    const parts = namedArguments('$dateToString', argument, { compile, required: ['date'], optional });
    return (scope) => {
      const date = (parts.date as Evaluate)(scope);
      utcOnly(parts.timezone, scope);
      if (isNothing(date)) return parts.onNull?.(scope) ?? null;
      return written(asDate(date), parts.format?.(scope) ?? '%Y-%m-%dT%H:%M:%S.%LZ');
    };
  },
  $dateTrunc: (argument, compile) => {
    const required = ['date', 'unit'];
    const parts = namedArguments('$dateTrunc', argument, { compile, required, optional: ['timezone'] });
    return (scope) => {
      const date = (parts.date as Evaluate)(scope);
      utcOnly(parts.timezone, scope);
      return isNothing(date) ? null : truncated(asDate(date), (parts.unit as Evaluate)(scope));
    };
  },
  $dateAdd: shifted('$dateAdd', 1),
  $dateSubtract: shifted('$dateSubtract', -1),
};

function part(name: string, read: (date: Date) => number): Operator {
  return unary(name, (value) => (isNothing(value) ? null : read(asDate(value))));
}

function asDate(value: Value): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  throw new CommandError(16006, `can't convert from BSON type ${typeName(value)} to Date`);
}

function utcOnly(timezone: Evaluate | undefined, scope: Scope): void {
  const zone = timezone?.(scope);
  if (isNothing(zone) || zone === 'UTC' || zone === 'GMT' || zone === '+00:00' || zone === 'Z') return;
  throw notImplemented(`the time zone ${String(zone)}`);
}

function written(date: Date, format: Value): string {
  if (typeof format !== 'string')
    throw new CommandError(18533, '$dateToString requires that format be a string');
  const [day = '', time = ''] = date.toISOString().split('T');
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const parts: Record<string, string> = {
    Y: year,
    m: month,
    d: dayOfMonth,
    H: time.slice(0, 2),
    M: time.slice(3, 5),
    S: time.slice(6, 8),
    L: time.slice(9, 12),
    '%': '%',
  };
  return format.replace(/%(.?)/g, (_whole, letter: string) => {
    const text = parts[letter];
    if (text === undefined)
      throw new CommandError(18536, `Invalid format character '%${letter}' in format string`);
    return text;
  });
}

function shifted(name: string, sign: 1 | -1): Operator {
  return (argument, compile) => {
    const required = ['startDate', 'unit', 'amount'];
    const parts = namedArguments(name, argument, { compile, required, optional: ['timezone'] });
    return (scope) => {
      const [date, unit, amount] = required.map((field) => (parts[field] as Evaluate)(scope));
      utcOnly(parts.timezone, scope);
      if (isNothing(date) || isNothing(unit) || isNothing(amount)) return null;
      if (!isNumeric(amount)) throw new CommandError(5166405, `${name} expects integer amount of time units`);
      return moved(asDate(date), String(unit), sign * toDouble(amount));
    };
  };
}
