import type { Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { distinctValues } from '../order/compare.js';
import { anyValue, pathOf } from '../query/paths.js';
import { select } from '../query/select.js';
import { RawSource } from '../query/source.js';
import { type Command, countField, deadlineOf, numberField } from './context.js';
import { filterField } from './find.js';
import { collectionOf } from './namespace.js';

export const count: Command = {
  fields: ['query', 'limit', 'skip', 'fields'],
  refused: ['hint', 'collation'],
  run: (request, context) => {
    const { args } = request;
    const filter = filterField(args.query, 'count.query');
    const skip = countField(args.skip, 'skip');
    // A negative limit means the same as a positive one here.
    const limit = Math.abs(numberField(args.limit, 'limit') ?? 0);
    const collection = collectionOf(request, context);
    if (collection === undefined) return { n: 0, ok: 1 };
    if (Object.keys(filter).length > 0) {
      return {
        n: select(collection, { filter, skip, limit, deadline: deadlineOf(request) }).docs.length,
        ok: 1,
      };
    }
    const n = Math.max(0, collection.docs.size - skip);
    return { n: limit === 0 ? n : Math.min(n, limit), ok: 1 };
  },
};

export const distinct: Command = {
  fields: ['key', 'query'],
  refused: ['hint', 'collation'],
  run: (request, context) => {
    const { args } = request;
    const key = args.key;
    if (typeof key !== 'string')
      throw new CommandError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
    const filter = filterField(args.query, 'distinct.query');
    const collection = collectionOf(request, context);
    if (collection === undefined) return { values: [], ok: 1 };
    const { docs } = select(collection, { filter, deadline: deadlineOf(request) });
    return { values: distinctValues(docs.flatMap(({ bytes }) => valuesAt(bytes, key))), ok: 1 };
  },
};

/** What a document has at a path; of an array its elements. */
function valuesAt(bytes: Buffer, key: string): Value[] {
  const values: Value[] = [];
  anyValue(new RawSource(bytes), pathOf(key), false, (value) => {
    if (Array.isArray(value)) values.push(...value);
    else if (value !== undefined) values.push(value);
    return false;
  });
  return values;
}
