import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { parseProjection, project } from '../query/projection.js';
import { type Selection, select } from '../query/select.js';
import { parseSort } from '../query/sort.js';
import type { Request } from '../wire/request.js';
import { type Command, countField, deadlineOf } from './context.js';
import { collectionOf, namespaceOf } from './namespace.js';

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
