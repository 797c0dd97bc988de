import type { Json } from '../json.js';
import { readDateMath } from '../mapping/dates.js';
import { type NumericField, typeOf } from '../mapping/field.js';
import type { Scope } from './scope.js';

/** A closed interval of the numbers a field keeps. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What a value of a query means to a numeric field: one number, or all of the span a coarse date covers. */
export function valueInterval(scope: Scope, field: NumericField, value: Json): Interval {
  switch (field.kind) {
    case 'date': {
      const span = readDateMath(value, scope.searched.now);
      if (span) return { low: span.first, high: span.last };
      break;
    }
    case 'boolean':
      if (value === true || value === 'true') return { low: 1, high: 1 };
      if (value === false || value === 'false') return { low: 0, high: 0 };
      break;
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      if (typeof number !== 'number' || Number.isNaN(number)) break;
      const kept = field.type === 'float' ? Math.fround(number) : number;
      return { low: kept, high: kept };
    }
  }
  throw scope.refuse(
    `failed to create query: For input string: "${typeof value === 'string' ? value : JSON.stringify(value)}" (field [${field.name}] of type [${typeOf(field)}])`,
  );
}

/** The next greater (or, going down, smaller) number a double can hold. */
export function neighbour(value: number, up: boolean): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 === up ? 1n : -1n));
  return view.getFloat64(0);
}
