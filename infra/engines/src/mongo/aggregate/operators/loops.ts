import type { Value } from '../../bson/values.js';
import { CommandError } from '../../errors.js';
import { namedArguments } from '../arguments.js';
import { type Evaluate, isNothing, isTruthy, type Operator, typeName } from '../evaluate.js';

/** Operators that compute something for each element of an array, which they call by a variable. */
export const LOOPS: Record<string, Operator> = {
  $filter: (argument, compile) => {
    const { input, cond } = namedArguments('$filter', argument, {
      compile,
      required: ['input', 'cond'],
      optional: ['as'],
    }) as { input: Evaluate; cond: Evaluate };
    const name = variableName(argument);
    return (scope) =>
      elements(input(scope), { code: 28651, name: '$filter' })?.filter((element) =>
        isTruthy(cond({ ...scope, variables: { ...scope.variables, [name]: element } })),
      ) ?? null;
  },
  $map: (argument, compile) => {
    const parts = namedArguments('$map', argument, { compile, required: ['input', 'in'], optional: ['as'] });
    const { input, in: inside } = parts as { input: Evaluate; in: Evaluate };
    const name = variableName(argument);
    return (scope) =>
      elements(input(scope), { code: 16883, name: '$map' })?.map(
        (element) => inside({ ...scope, variables: { ...scope.variables, [name]: element } }) ?? null,
      ) ?? null;
  },
  $reduce: (argument, compile) => {
    const required = ['input', 'initialValue', 'in'];
    const parts = namedArguments('$reduce', argument, { compile, required });
    const {
      input,
      initialValue,
      in: inside,
    } = parts as { input: Evaluate; initialValue: Evaluate; in: Evaluate };
    return (scope) => {
      const list = elements(input(scope), { code: 40080, name: '$reduce' });
      if (list === undefined) return null;
      return list.reduce<Value>(
        (value, element) => inside({ ...scope, variables: { ...scope.variables, value, this: element } }),
        initialValue(scope),
      );
    };
  },
};

function variableName(argument: Value): string {
  const name = (argument as Record<string, Value>).as ?? 'this';
  if (typeof name === 'string' && /^[a-z]\w*$/.test(name)) return name;
  throw new CommandError(
    16867,
    `'${String(name)}' starts with an invalid character for a user variable name`,
  );
}

function elements(value: Value, { code, name }: { code: number; name: string }): Value[] | undefined {
  if (isNothing(value)) return undefined;
  if (Array.isArray(value)) return value;
  throw new CommandError(code, `input to ${name} must be an array not ${typeName(value)}`);
}
