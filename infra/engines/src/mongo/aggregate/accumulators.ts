import { arithmetic, asDouble, isNumeric, type Numeric, toDouble } from '../bson/numbers.js';
import { isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { compareValues, keyOf } from '../order/compare.js';
import { type Evaluate, isNothing, type Scope } from './evaluate.js';
import { compileExpression } from './expression.js';
import { mergeDocs } from './operators/objects.js';

/** Gathers one value of a group, document by document. */
export interface Accumulator {
  add: (value: Value) => void;
  result: () => Value;
}

const KINDS: ReadonlyMap<string, () => Accumulator> = new Map(
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

/** One field of `$group`: what is gathered, and how it is computed for each document. */
export interface GroupField {
  name: string;
  start: () => Accumulator;
  compute: Evaluate;
}

export function parseGroupField(name: string, spec: Value): GroupField {
  if (name.includes('.')) throw new CommandError(40235, `The field name '${name}' cannot contain '.'`);
  if (!isDoc(spec)) throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
  const [operator = '', ...others] = Object.keys(spec);
  if (others.length > 0) throw new CommandError(40238, `The field '${name}' must specify one accumulator`);
  const start = KINDS.get(operator);
  if (start === undefined) throw new CommandError(15952, `unknown group operator '${operator}'`);
  const compute: Evaluate = operator === '$count' ? (_scope: Scope) => 1 : compileExpression(spec[operator]);
  return { name, start, compute };
}
