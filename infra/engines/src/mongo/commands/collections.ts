import { encodeDoc } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { DocSource } from '../query/source.js';
import type { Collection } from '../store/collection.js';
import { describeIndex, ID_INDEX } from '../store/index-spec.js';
import { type Command, checkNamespace, collectionOf, namespaceOf } from './context.js';
import { filterField } from './find.js';

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

export const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run: ({ args, database }, { store, cursors }) => {
    const matches = compileFilter(filterField(args.filter, 'listCollections.filter'));
    const docs = [...store.catalog.byName.values()]
      .filter((collection) => collection.database === database)
      .map(describe)
      .filter((doc) => matches(new DocSource(doc)))
      .map((doc) => (args.nameOnly === true ? { name: doc.name, type: doc.type } : doc));
    return cursors.first({
      ns: `${database}.$cmd.listCollections`,
      docs: docs.map(encodeDoc),
      batchSize: undefined,
    });
  },
};

const describe = ({ name }: Collection): Doc => ({
  name,
  type: 'collection',
  options: {},
  info: { readOnly: false },
  idIndex: describeIndex(ID_INDEX),
});

export const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: ({ args, database }, { store }) => {
    if (database !== 'admin')
      throw new CommandError(13, 'listDatabases may only be run against the admin database.');
    const matches = compileFilter(filterField(args.filter, 'listDatabases.filter'));
    const sizes = new Map<string, number>();
    for (const collection of store.catalog.byName.values()) {
      let size = sizes.get(collection.database) ?? 0;
      for (const { bytes } of collection.docs) size += bytes.length;
      sizes.set(collection.database, size);
    }
    const databases = Array.from(
      sizes,
      ([name, sizeOnDisk]): Doc => ({ name, sizeOnDisk, empty: false }),
    ).filter((doc) => matches(new DocSource(doc)));
    if (args.nameOnly === true) return { databases: databases.map(({ name }) => ({ name })), ok: 1 };
    const totalSize = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    return { databases, totalSize, totalSizeMb: Math.floor(totalSize / 2 ** 20), ok: 1 };
  },
};
