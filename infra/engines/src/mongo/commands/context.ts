import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { Deadline } from '../query/deadline.js';
import type { Store } from '../store/store.js';
import type { Reply } from '../wire/reply.js';
import type { Request } from '../wire/request.js';
import type { Cursors } from './cursors.js';

export interface Context {
  store: Store;
  cursors: Cursors;
}

export interface Command {
  /** The fields it takes, besides its own name and those that every command takes. */
  fields: readonly string[];
  /** Fields that are refused if they are set, and mean nothing if they are false or empty. */
  refused?: readonly string[];
  run: (request: Request, context: Context) => Reply;
}

export const deadlineOf = ({ args }: Request): Deadline =>
  new Deadline(numberField(args.maxTimeMS, 'maxTimeMS') ?? 0);

/** A whole number of a command; undefined if it is not given. */
export function numberField(value: Value, field: string): number | undefined {
  if (value === undefined) return undefined;
  if (!isNumeric(value)) {
    throw new CommandError(
      14,
      `BSON field '${field}' is the wrong type, expected types '[long, int, decimal, double]'`,
    );
  }
  const n = toDouble(value);
  if (!Number.isSafeInteger(n)) throw new CommandError(2, `BSON field '${field}' must be a whole number`);
  return n;
}

/** The same for numbers that count something. */
export function countField(value: Value, field: string): number {
  const n = numberField(value, field) ?? 0;
  if (n < 0) throw new CommandError(51024, `BSON field '${field}' value must be >= 0, actual value '${n}'`);
  return n;
}
