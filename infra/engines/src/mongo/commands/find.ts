import { Long } from 'bson';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { parseProjection, project } from '../query/projection.js';
import { type Selection, select } from '../query/select.js';
import { parseSort } from '../query/sort.js';
import type { Request } from '../wire/request.js';
import { type Command, collectionOf, countField, deadlineOf, namespaceOf, numberField } from './context.js';

/** Options of find that nothing in the house uses; `false` is what they are without being given. */
const REFUSED = [
  'hint',
  'min',
  'max',
  'returnKey',
  'showRecordId',
  'tailable',
  'awaitData',
  'noCursorTimeout',
  'oplogReplay',
  'allowPartialResults',
  'collation',
  'let',
];

export const find: Command = {
  fields: ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'allowDiskUse'],
  refused: REFUSED,
  run: (request, context) => {
    const { args } = request;
    const selection = selectionOf(request);
    const projection = parseProjection(args.projection);
    const collection = collectionOf(request, context);
    const found = collection === undefined ? [] : select(collection, selection).docs;
    return context.cursors.first({
      ns: namespaceOf(request),
      docs: found.map(({ bytes }) => bytes),
      show: projection === undefined ? (bytes) => bytes : (bytes) => project(bytes, projection),
      batchSize: args.batchSize === undefined ? undefined : countField(args.batchSize, 'batchSize'),
      single: args.singleBatch === true,
    });
  },
};

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  run: ({ args, database }, { cursors }) => {
    const id = args.getMore;
    if (!(id instanceof Long))
      throw new CommandError(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
    return cursors.next(
      id,
      `${database}.${String(args.collection)}`,
      numberField(args.batchSize, 'batchSize'),
    );
  },
};

export const killCursors: Command = {
  fields: ['cursors'],
  run: ({ args }, { cursors }) => {
    const ids = args.cursors;
    if (!Array.isArray(ids))
      throw new CommandError(40414, "BSON field 'killCursors.cursors' is missing but a required field");
    const isKilled = (id: Value) => id instanceof Long && cursors.kill(id);
    const killed = ids.filter(isKilled);
    return {
      cursorsKilled: killed,
      cursorsNotFound: ids.filter((id) => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
      ok: 1,
    };
  },
};

/** What a find asks for; also used to explain one. */
export function selectionOf(request: Request): Selection {
  const { args } = request;
  return {
    filter: filterField(args.filter, 'filter'),
    sort: parseSort(args.sort),
    skip: countField(args.skip, 'skip'),
    limit: countField(args.limit, 'limit'),
    deadline: deadlineOf(request),
  };
}

export function filterField(value: Value, field: string): Doc {
  if (value === undefined) return {};
  if (isDoc(value)) return value;
  throw new CommandError(14, `BSON field '${field}' is the wrong type, expected type 'object'`);
}
