import type { Value } from '../../bson/values.js';
import { variadic } from '../arguments.js';
import type { Evaluate, Operator } from '../evaluate.js';
import { average, highest, lowest, total } from '../totals.js';

/** With one argument that is an array they summarise its elements, with several the arguments themselves. */
const summary =
  (compute: (values: Value[]) => Value): Operator =>
  (argument, compile) => {
    if (Array.isArray(argument) && argument.length !== 1) return variadic(compute)(argument, compile);
    const only: Evaluate = compile(Array.isArray(argument) ? argument[0] : argument);
    return (scope) => {
      const value = only(scope);
      return compute(Array.isArray(value) ? value : [value]);
    };
  };

export const SUMMARIES: Record<string, Operator> = {
  $sum: summary(total),
  $avg: summary(average),
  $min: summary(lowest),
  $max: summary(highest),
};
