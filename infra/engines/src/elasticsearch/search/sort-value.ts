import { RawJson } from '../json.js';
import type { NumericField } from '../mapping/field.js';
import { singlePrecision } from './single-precision.js';

/** What documents are ordered by: a number, a text, or nothing where a text is missing. */
export type SortValue = number | string | null;

/** A sort value as the original writes it: a missing number is the largest or smallest of its type. */
export function showSortValue(value: SortValue, field: NumericField | undefined): unknown {
  if (typeof value !== 'number') return value;
  if (Number.isFinite(value))
    return field?.kind === 'number' && field.type === 'float' ? singlePrecision(value) : value;
  const positive = value > 0;
  if (field?.kind === 'number' && (field.type === 'float' || field.type === 'double'))
    return positive ? 'Infinity' : '-Infinity';
  if (field?.kind === 'number' && field.type !== 'long') return positive ? 2_147_483_647 : -2_147_483_648;
  return new RawJson(positive ? '9223372036854775807' : '-9223372036854775808');
}

/** Reads back what {@link showSortValue} wrote. */
export function readSortNumber(value: unknown, field: NumericField | undefined): number | undefined {
  if (value === 'Infinity') return Number.POSITIVE_INFINITY;
  if (value === '-Infinity') return Number.NEGATIVE_INFINITY;
  if (typeof value !== 'number') return undefined;
  if (field?.kind === 'number' && field.type === 'float') return Math.fround(value);
  const limit = field?.kind === 'number' && field.type !== 'long' ? 2_147_483_647 : 2 ** 63;
  const wholes = field && !(field.kind === 'number' && (field.type === 'float' || field.type === 'double'));
  if (wholes && value >= limit) return Number.POSITIVE_INFINITY;
  if (wholes && value <= -limit) return Number.NEGATIVE_INFINITY;
  return value;
}
