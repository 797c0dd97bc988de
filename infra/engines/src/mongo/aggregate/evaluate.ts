import { isNumeric, toDouble } from '../bson/numbers.js';
import { typeAlias } from '../bson/types.js';
import { type Doc, typeOf, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
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

/** The arguments of an operator that takes between `least` and `most` of them. */
export function argumentsOf(name: string, argument: Value, least: number, most = least): Value[] {
  const given = Array.isArray(argument) ? argument : [argument];
  if (given.length >= least && given.length <= most) return given;
  if (least === most) {
    throw new CommandError(
      16020,
      `Expression ${name} takes exactly ${least} arguments. ${given.length} were passed in.`,
    );
  }
  throw new CommandError(
    28667,
    `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${given.length} were passed in.`,
  );
}

/** An operator of exactly one argument, computed from its value. */
export const unary =
  (name: string, compute: (value: Value) => Value): Operator =>
  (argument, compile) => {
    const [only] = argumentsOf(name, argument, 1).map(compile) as [Evaluate];
    return (scope) => compute(only(scope));
  };

/** An operator of exactly two arguments. */
export const binary =
  (name: string, compute: (a: Value, b: Value) => Value): Operator =>
  (argument, compile) => {
    const [left, right] = argumentsOf(name, argument, 2).map(compile) as [Evaluate, Evaluate];
    return (scope) => compute(left(scope), right(scope));
  };

/** An operator of any number of arguments. */
export const variadic =
  (compute: (values: Value[]) => Value): Operator =>
  (argument, compile) => {
    const parts = (Array.isArray(argument) ? argument : [argument]).map(compile);
    return (scope) => compute(parts.map((part) => part(scope)));
  };

/** The named arguments of an operator, compiled; unknown and missing names are refused. */
export function namedArguments(
  name: string,
  argument: Value,
  { compile, required, optional = [] }: { compile: Compile; required: string[]; optional?: string[] },
): Record<string, Evaluate | undefined> {
  const fields = isPlain(argument) ? argument : {};
  for (const field of Object.keys(fields)) {
    if (required.includes(field) || optional.includes(field)) continue;
    throw new CommandError(28647, `Unrecognized parameter to ${name}: ${field}`);
  }
  for (const field of required) {
    if (!(field in fields)) throw new CommandError(28648, `Missing '${field}' parameter to ${name}`);
  }
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, compile(value)]));
}

const isPlain = (value: Value): value is Doc =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
