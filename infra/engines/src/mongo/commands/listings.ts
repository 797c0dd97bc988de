import { encodeDoc } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { DocSource } from '../query/source.js';
import type { Collection } from '../store/collection.js';
import { describeIndex, ID_INDEX } from '../store/index-spec.js';
import type { Command } from './context.js';
import { filterField } from './find.js';

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
