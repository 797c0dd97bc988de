import { badValue } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { select } from '../query/select.js';
import { type Command, numberField } from './context.js';
import { collectionOf } from './namespace.js';
import {
  eachStatement,
  isOrdered,
  listOf,
  readStatement,
  statementFilter,
  writeReply,
} from './statements.js';

const STATEMENT = { path: 'delete.deletes', fields: ['q', 'limit'], refused: ['collation', 'hint'] };

export const remove: Command = {
  fields: ['deletes', 'ordered'],
  refused: ['let'],
  run: (request, context) => {
    const collection = collectionOf(request, context);
    let n = 0;
    const errors = eachStatement(listOf(request, 'deletes'), isOrdered(request), (raw) => {
      const { args } = readStatement(raw, STATEMENT);
      const filter = statementFilter(args.q, STATEMENT.path);
      const limit = numberField(args.limit, 'delete.deletes.limit') ?? -1;
      if (limit !== 0 && limit !== 1)
        throw badValue(`The limit field in delete objects must be 0 or 1. Got ${limit}`);
      if (collection === undefined) {
        compileFilter(filter);
        return;
      }
      const { docs } = select(collection, { filter, limit });
      for (const doc of docs) context.store.remove(collection, doc);
      n += docs.length;
    });
    return writeReply({ n }, errors);
  },
};
