import { CommandError } from '../errors.js';
import type { Command } from './context.js';
import { checkNamespace, collectionOf, namespaceOf } from './namespace.js';

const CREATE_OPTIONS = [
  'capped',
  'size',
  'max',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'collation',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'storageEngine',
  'changeStreamPreAndPostImages',
  'encryptedFields',
];

export const create: Command = {
  fields: ['idIndex'],
  refused: CREATE_OPTIONS,
  run: (request, context) => {
    const ns = namespaceOf(request);
    if (collectionOf(request, context) !== undefined) {
      throw new CommandError(48, `Collection already exists. NS: ${ns}`);
    }
    context.store.ensure(ns);
    return { ok: 1 };
  },
};

export const drop: Command = {
  fields: [],
  run: (request, context) => {
    const collection = collectionOf(request, context);
    if (collection === undefined) return { ok: 1 };
    context.store.drop(collection);
    return { nIndexesWas: collection.indexes.length, ns: collection.ns, ok: 1 };
  },
};

export const dropDatabase: Command = {
  fields: [],
  run: ({ database }, { store }) => {
    const collections = [...store.catalog.byName.values()].filter(
      (collection) => collection.database === database,
    );
    for (const collection of collections) store.drop(collection);
    return { ...(collections.length > 0 ? { dropped: database } : {}), ok: 1 };
  },
};

export const renameCollection: Command = {
  fields: ['to', 'dropTarget'],
  run: ({ args, database }, { store }) => {
    const { renameCollection: from, to, dropTarget } = args;
    if (database !== 'admin')
      throw new CommandError(13, 'renameCollection may only be run against the admin database.');
    if (typeof from !== 'string' || typeof to !== 'string')
      throw new CommandError(73, 'renameCollection needs two namespaces');
    const [toDatabase = '', ...rest] = to.split('.');
    checkNamespace(toDatabase, rest.join('.'));
    const source = store.collection(from);
    if (source === undefined) throw new CommandError(26, `Source collection ${from} does not exist`);
    if (from === to) throw new CommandError(20, "Can't rename a collection to itself");
    if (store.collection(to) !== undefined && dropTarget !== true) {
      throw new CommandError(48, `target namespace exists`);
    }
    store.rename(source, to);
    return { ok: 1 };
  },
};
