import { isNumeric, toDouble } from '../bson/numbers.js';
import { show } from '../bson/show.js';
import { isDoc, type Value } from '../bson/values.js';
import { CommandError, notImplemented, unknownField } from '../errors.js';
import { Deadline } from '../query/deadline.js';
import type { Collection } from '../store/collection.js';
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

/** The name of the collection that a command is about. */
export function namespaceOf({ name, args, database }: Request): string {
  const collection = args[name];
  if (typeof collection !== 'string') {
    throw new CommandError(73, `collection name has invalid type: ${show(collection)}`);
  }
  checkNamespace(database, collection);
  return `${database}.${collection}`;
}

export function checkNamespace(database: string, collection: string): void {
  if (database === '' || /[\s./\\"$\0]/.test(database)) {
    throw new CommandError(73, `Invalid database name: '${database}'`);
  }
  if (
    collection === '' ||
    collection.startsWith('.') ||
    collection.endsWith('.') ||
    /[$\0]/.test(collection)
  ) {
    throw new CommandError(73, `Invalid namespace specified '${database}.${collection}'`);
  }
  if (collection.startsWith('system.')) {
    throw new CommandError(73, `cannot use the reserved collection '${database}.${collection}'`);
  }
}

export const collectionOf = (request: Request, { store }: Context): Collection | undefined =>
  store.collection(namespaceOf(request));

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
