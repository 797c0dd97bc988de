import { Timestamp } from 'bson';
import { decodeRaw } from '../bson/decode.js';
import { encodeValue } from '../bson/encode.js';
import { arithmetic, isNumeric } from '../bson/numbers.js';
import type { Raw } from '../bson/raw.js';
import { show } from '../bson/show.js';
import { typeAlias } from '../bson/types.js';
import { isDoc } from '../bson/values.js';
import { badValue, CommandError, typeMismatch } from '../errors.js';
import { compareValues } from '../order/compare.js';
import type { Path } from '../query/paths.js';
import { ARRAY_OPERATORS } from './array-operators.js';
import type { Apply, UpdateOperator } from './change.js';

export const UPDATE_OPERATORS: ReadonlyMap<string, UpdateOperator> = new Map(
  Object.entries({
    $set: { creates: true, read: (argument) => () => argument },
    $setOnInsert: { creates: true, read: (argument) => () => argument },
    $unset: { creates: false, read: () => () => undefined },
    $inc: { creates: true, read: increment },
    $min: { creates: true, read: (argument) => keepIf(argument, (order) => order < 0) },
    $max: { creates: true, read: (argument) => keepIf(argument, (order) => order > 0) },
    $currentDate: { creates: true, read: currentDate },
    ...ARRAY_OPERATORS,
  } satisfies Record<string, UpdateOperator>),
);

function increment(argument: Raw, path: Path): Apply {
  const by = decodeRaw(argument);
  if (!isNumeric(by))
    throw typeMismatch(`Cannot increment with non-numeric argument: {${path.text}: ${show(by)}}`);
  return (current, { id }) => {
    if (current === undefined) return argument;
    const value = decodeRaw(current);
    if (isNumeric(value)) return encodeValue(arithmetic('+', value, by));
    const name = path.names.at(-1)?.text ?? '';
    throw typeMismatch(
      `Cannot apply $inc to a value of non-numeric type. {_id: ${id()}} has the field '${name}' of non-numeric type ${typeAlias(current.type)}`,
    );
  };
}

/** Takes the argument where it stands in the wanted order to what is there. */
function keepIf(argument: Raw, wins: (order: number) => boolean): Apply {
  const value = decodeRaw(argument);
  return (current) =>
    current === undefined || wins(compareValues(value, decodeRaw(current))) ? argument : current;
}

function currentDate(argument: Raw, path: Path): Apply {
  const value = decodeRaw(argument);
  const type = isDoc(value) ? value.$type : value === true ? 'date' : undefined;
  if (type === 'date') return (_current, { now }) => encodeValue(now);
  if (type === 'timestamp') {
    return (_current, { now }) => encodeValue(new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
  }
  if (isDoc(value)) {
    throw badValue(
      "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    );
  }
  throw new CommandError(
    2,
    `${typeAlias(argument.type)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}) for '${path.text}'.`,
  );
}
