import { isNumeric, toDouble } from '../bson/numbers.js';
import { show } from '../bson/show.js';
import { isDoc, type Value } from '../bson/values.js';
import { CommandError, notImplemented, unknownField } from '../errors.js';
import type { Request } from '../wire/request.js';
import type { Command } from './context.js';

/** Fields that every command takes; sessions and read preferences mean nothing to a single server. */
const COMMON = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
]);

const TRANSACTION = ['txnNumber', 'autocommit', 'startTransaction'];

/** Refuses what a command does not take, before it does anything. */
export function checkFields(command: Command, { name, args, lists }: Request): void {
  for (const field of [...Object.keys(args), ...lists.keys()]) {
    if (field === name || COMMON.has(field) || command.fields.includes(field)) continue;
    if (TRANSACTION.includes(field)) {
      throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
    }
    if (!command.refused?.includes(field)) throw unknownField(name, field);
    if (!isEmpty(args[field])) throw notImplemented(`the option ${name}.${field}`);
  }
  checkReadConcern(args.readConcern);
}

/** Whether an option's value is the one it has when it is not given. */
const isEmpty = (value: Value) =>
  value === undefined ||
  value === false ||
  value === null ||
  (isDoc(value) && Object.keys(value).length === 0);

/** With one server that loses nothing, `local`, `available` and `majority` are the same. */
function checkReadConcern(concern: Value): void {
  if (concern === undefined) return;
  const level = isDoc(concern) ? (concern.level ?? 'local') : undefined;
  if (level === 'local' || level === 'available' || level === 'majority') return;
  throw new CommandError(123, `node needs to be a replica set member to use readConcern ${show(concern)}`);
}

/** Whether a write must be on disk before it is acknowledged; refuses what one server cannot promise. */
export function wantsDisk({ args }: Request): boolean {
  const concern = args.writeConcern;
  if (!isDoc(concern)) return false;
  const { w, j, fsync } = concern;
  if (isNumeric(w) && toDouble(w) > 1) {
    throw new CommandError(2, "cannot use 'w' > 1 when a host is not replicated");
  }
  if (typeof w === 'string' && w !== 'majority') {
    throw new CommandError(
      2,
      `cannot use non-majority 'w' mode ${w} when a host is not a member of a replica set`,
    );
  }
  return j === true || fsync === true;
}
