import { isNumeric, toDouble } from '../bson/numbers.js';
import { typeAlias } from '../bson/types.js';
import { type Doc, typeOf, type Value } from '../bson/values.js';
import type { Source } from '../query/source.js';

/** What an expression is computed from: the document, the variables (without `$$`), and the time of the command. */
export interface Scope {
  root: Source;
  variables: Doc;
  now: Date;
}

export type Evaluate = (scope: Scope) => Value;

export type Compile = (expression: Value) => Evaluate;

/** Compiles one operator from its argument. */
export type Operator = (argument: Value, compile: Compile) => Evaluate;

/** An expression counts as false if it is missing, null, false or zero; as true otherwise, also if it is ''. */
export function isTruthy(value: Value): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumeric(value) || toDouble(value) !== 0;
}

export const isNothing = (value: Value): value is null | undefined => value === null || value === undefined;

/** A value's type in a message; a field that is not there is called missing. */
export const typeName = (value: Value): string =>
  value === undefined ? 'missing' : typeAlias(typeOf(value));
