import { type Doc, isDoc } from '../../bson/values.js';
import { CommandError } from '../../errors.js';
import { binary, unary } from '../arguments.js';
import { type Operator, typeName } from '../evaluate.js';

export const VARIABLES: Record<string, Operator> = {
  $literal: (argument) => () => argument,
  $let: (argument, compile) => {
    if (!isDoc(argument) || !isDoc(argument.vars) || !('in' in argument)) {
      throw new CommandError(16876, "Missing 'vars' or 'in' parameter to $let");
    }
    const vars = Object.entries(argument.vars).map(([name, value]) => ({ name, compute: compile(value) }));
    const inside = compile(argument.in);
    return (scope) => {
      const variables: Doc = { ...scope.variables };
      for (const { name, compute } of vars) variables[name] = compute(scope);
      return inside({ ...scope, variables });
    };
  },
  $type: unary('$type', typeName),
  $getField: (argument, compile) => {
    if (typeof argument === 'string') return compile({ $getField: { field: argument, input: '$$CURRENT' } });
    if (!isDoc(argument)) throw new CommandError(3041701, '$getField requires an object or a string');
    return getField([argument.field, argument.input ?? '$$CURRENT'], compile);
  },
};

const getField = binary('$getField', (field, input) =>
  typeof field === 'string' && isDoc(input) && Object.hasOwn(input, field) ? input[field] : undefined,
);
