import { show } from '../bson/show.js';
import { CommandError } from '../errors.js';
import type { Collection } from '../store/collection.js';
import type { Request } from '../wire/request.js';
import type { Context } from './context.js';

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
