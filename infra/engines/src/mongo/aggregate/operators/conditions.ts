import { isDoc, type Value } from '../../bson/values.js';
import { CommandError } from '../../errors.js';
import { argumentsOf, namedArguments, unary } from '../arguments.js';
import { type Compile, type Evaluate, isNothing, isTruthy, type Operator } from '../evaluate.js';

export const CONDITIONS: Record<string, Operator> = {
  $and: (argument, compile) => {
    const parts = argumentsOf('$and', argument, 0, Number.POSITIVE_INFINITY).map(compile);
    return (scope) => parts.every((part) => isTruthy(part(scope)));
  },
  $or: (argument, compile) => {
    const parts = argumentsOf('$or', argument, 0, Number.POSITIVE_INFINITY).map(compile);
    return (scope) => parts.some((part) => isTruthy(part(scope)));
  },
  $not: unary('$not', (value) => !isTruthy(value)),
  $ifNull: ifNull,
  $cond: (argument, compile) => {
    const [test, then, otherwise] = conditionParts(argument, compile);
    return (scope) => (isTruthy(test(scope)) ? then(scope) : otherwise(scope));
  },
  $switch: choose,
};

function ifNull(argument: Value, compile: Compile): Evaluate {
  if (!Array.isArray(argument) || argument.length < 2) {
    throw new CommandError(1257300, '$ifNull needs at least two arguments');
  }
  const parts = argument.map(compile);
  const last = parts.pop() as Evaluate;
  return (scope) => {
    for (const part of parts) {
      const value = part(scope);
      if (!isNothing(value)) return value;
    }
    return last(scope);
  };
}

function conditionParts(argument: Value, compile: Compile): [Evaluate, Evaluate, Evaluate] {
  if (!isDoc(argument))
    return argumentsOf('$cond', argument, 3).map(compile) as [Evaluate, Evaluate, Evaluate];
  const parts = namedArguments('$cond', argument, { compile, required: ['if', 'then', 'else'] });
  return [parts.if, parts.then, parts.else] as [Evaluate, Evaluate, Evaluate];
}

function choose(argument: Value, compile: Compile): Evaluate {
  if (!isDoc(argument) || !Array.isArray(argument.branches) || argument.branches.length === 0) {
    throw new CommandError(40068, '$switch requires at least one branch.');
  }
  const branches = argument.branches.map((branch) => {
    const { case: test, then } = namedArguments('$switch', branch, { compile, required: ['case', 'then'] });
    return { test: test as Evaluate, chosen: then as Evaluate };
  });
  const otherwise = 'default' in argument ? compile(argument.default) : undefined;
  return (scope) => {
    const chosen = branches.find(({ test }) => isTruthy(test(scope)))?.chosen ?? otherwise;
    if (chosen !== undefined) return chosen(scope);
    throw new CommandError(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
}
