import { arithmetic, asDouble, isNumeric, type Numeric, toDouble } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { compareValues, keyOf } from '../order/compare.js';
import { isNothing } from './evaluate.js';
import { mergeDocs } from './operators/objects.js';

/** Gathers one value of a group, document by document. */
export interface Accumulator {
  add: (value: Value) => void;
  result: () => Value;
}

export const KINDS: ReadonlyMap<string, () => Accumulator> = new Map(
  Object.entries({
    $sum: sum,
    $count: sum,
    $avg: average,
    $min: () => fold((best, value) => wins(best, value, -1)),
    $max: () => fold((best, value) => wins(best, value, 1)),
    $first: first,
    $last: () => fold((_last, value) => value),
    $push: push,
    $addToSet: addToSet,
    $mergeObjects: () => fold((merged, value) => mergeDocs([merged, value]), {}),
  }),
);

/** Keeps one value and takes each next one into it. */
function fold(step: (kept: Value, value: Value) => Value, start: Value = null): Accumulator {
  let kept: Value = start;
  return {
    add: (value) => {
      kept = step(kept, value);
    },
    result: () => kept ?? null,
  };
}

function wins(best: Value, value: Value, sign: 1 | -1): Value {
  if (isNothing(value)) return best;
  return best === null || compareValues(value, best) * sign > 0 ? value : best;
}

function sum(): Accumulator {
  return fold((total, value) => (isNumeric(value) ? arithmetic('+', total as Numeric, value) : total), 0);
}

function average(): Accumulator {
  const total = sum();
  let count = 0;
  return {
    add: (value) => {
      total.add(value);
      if (isNumeric(value)) count++;
    },
    result: () => (count === 0 ? null : asDouble(toDouble(total.result() as Numeric) / count)),
  };
}

function first(): Accumulator {
  let found: { value: Value } | undefined;
  return {
    add: (value) => {
      found ??= { value };
    },
    result: () => found?.value ?? null,
  };
}

function push(): Accumulator {
  const values: Value[] = [];
  return {
    add: (value) => {
      if (value !== undefined) values.push(value);
    },
    result: () => values,
  };
}

function addToSet(): Accumulator {
  const values = new Map<string, Value>();
  return {
    add: (value) => {
      if (value !== undefined) values.set(keyOf(value), value);
    },
    result: () => [...values.values()],
  };
}
