import { isTruthy } from '../aggregate/evaluate.js';
import { compileExpression } from '../aggregate/expression.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { badValue, CommandError } from '../errors.js';
import { compileCondition } from './conditions.js';

import { pathOf } from './paths.js';
import type { Matcher } from './source.js';

/** Compiles a filter. What it does not know is refused with the original's BadValue, before any document is read. */
export function compileFilter(filter: Doc): Matcher {
  const matchers = Object.entries(filter).flatMap(([name, value]) => compileEntry(name, value));
  return allOf(matchers);
}

function compileEntry(name: string, value: Value): Matcher | Matcher[] {
  if (!name.startsWith('$')) return compileCondition(pathOf(name), value, compileFilter);
  switch (name) {
    case '$and':
      return branches(name, value);
    case '$or': {
      const matchers = branches(name, value);
      return (source) => matchers.some((matches) => matches(source));
    }
    case '$nor': {
      const matchers = branches(name, value);
      return (source) => !matchers.some((matches) => matches(source));
    }
    case '$expr':
      return onExpression(value);
    case '$comment':
      return [];
    case '$text':
      throw new CommandError(27, 'text index required for $text query');
    default:
      throw badValue(
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function branches(name: string, value: Value): Matcher[] {
  if (!Array.isArray(value)) throw badValue(`${name} must be an array`);
  if (value.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return value.map((branch) => {
    if (!isDoc(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    return compileFilter(branch);
  });
}

function onExpression(expression: Value): Matcher {
  const evaluate = compileExpression(expression);
  const now = new Date();
  return (root) => isTruthy(evaluate({ root, now, variables: {} }));
}

function allOf(matchers: Matcher[]): Matcher {
  const [first, second] = matchers;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (source) => matchers.every((matches) => matches(source));
}
