import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import type { Compile, Evaluate, Operator } from './evaluate.js';

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
