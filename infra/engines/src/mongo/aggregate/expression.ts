import type { FieldName } from '../bson/names.js';
import { showDoc } from '../bson/show.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { pathOf } from '../query/paths.js';
import { ownField } from '../query/source.js';
import type { Evaluate, Operator } from './evaluate.js';
import { ARITHMETIC } from './operators/arithmetic.js';
import { ARRAYS } from './operators/arrays.js';
import { COMPARISONS } from './operators/comparison.js';
import { CONDITIONS } from './operators/conditions.js';
import { DATES } from './operators/dates.js';
import { OBJECTS } from './operators/objects.js';
import { STRINGS } from './operators/strings.js';
import { SUMMARIES } from './operators/summaries.js';
import { VARIABLES } from './operators/variables.js';

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    ...ARITHMETIC,
    ...ARRAYS,
    ...COMPARISONS,
    ...CONDITIONS,
    ...DATES,
    ...OBJECTS,
    ...STRINGS,
    ...SUMMARIES,
    ...VARIABLES,
  }),
);

/** Compiles an expression once, to be computed for many documents. Unknown operators are refused at once. */
export function compileExpression(expression: Value): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    return expression.startsWith('$$') ? variable(expression.slice(2)) : fieldPath(expression.slice(1));
  }
  if (Array.isArray(expression)) {
    const parts = expression.map(compileExpression);
    return (scope) => parts.map((part) => part(scope) ?? null);
  }
  if (isDoc(expression)) return compileObject(expression);
  return () => expression;
}

function compileObject(expression: Doc): Evaluate {
  const names = Object.keys(expression);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator === undefined) return objectOf(expression);
  if (names.length > 1) {
    throw new CommandError(
      15983,
      `an object representing an expression must have exactly one field: ${showDoc(expression)}`,
    );
  }
  const compile = OPERATORS.get(operator);
  if (compile === undefined) throw new CommandError(168, `Unrecognized expression '${operator}'`);
  return compile(expression[operator], compileExpression);
}

/** A document built field by field; what computes to nothing is left out. */
function objectOf(expression: Doc): Evaluate {
  const parts = Object.entries(expression).map(([name, value]) => ({
    name,
    compute: compileExpression(value),
  }));
  return (scope) => {
    const doc: Doc = {};
    for (const { name, compute } of parts) {
      const value = compute(scope);
      if (value !== undefined) doc[name] = value;
    }
    return doc;
  };
}

function fieldPath(text: string): Evaluate {
  if (text === '' || text.split('.').includes('')) {
    throw new CommandError(40353, `FieldPath must not end with a '.' or be empty: '$${text}'`);
  }
  const path = pathOf(text);
  if (path.names.length === 1) return ({ root }) => root.get(path.first);
  return ({ root }) => resolve(root.get(path.first), path.names, 1);
}

function variable(text: string): Evaluate {
  const [name = '', ...rest] = text.split('.');
  const names = rest.length === 0 ? [] : pathOf(rest.join('.')).names;
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      if (rest.length > 0) return fieldPath(rest.join('.'));
      return ({ root }) => root.doc();
    case 'NOW':
      return ({ now }) => now;
    case 'REMOVE':
      return () => undefined;
    default:
      return ({ variables }) => {
        if (!Object.hasOwn(variables, name))
          throw new CommandError(17276, `Use of undefined variable: ${name}`);
        return resolve(variables[name], names, 0);
      };
  }
}

/** Follows a path through documents; an array on the way gives the array of what its documents have there. */
function resolve(value: Value, names: readonly FieldName[], depth: number): Value {
  const name = names[depth];
  if (name === undefined) return value;
  if (isDoc(value)) return resolve(ownField(value, name.text), names, depth + 1);
  if (!Array.isArray(value)) return undefined;
  return value
    .filter((element) => isDoc(element) || Array.isArray(element))
    .map((element) => resolve(element, names, depth))
    .filter((found) => found !== undefined);
}
