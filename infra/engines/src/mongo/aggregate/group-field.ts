import { isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { type Accumulator, KINDS } from './accumulators.js';
import type { Evaluate, Scope } from './evaluate.js';
import { compileExpression } from './expression.js';

/** One field of `$group`: what is gathered, and how it is computed for each document. */
interface GroupField {
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
