import type { Raw } from '../bson/raw.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { type Modification, parseModification } from '../update/modification.js';
import { readStatement, statementFilter } from './statements.js';

const STATEMENT = {
  path: 'update.updates',
  fields: ['q', 'upsert', 'multi', 'upsertSupplied'],
  refused: ['c', 'collation', 'arrayFilters', 'hint', 'sort'],
};

export interface UpdateStatement {
  filter: Doc;
  modification: Modification;
  upsert: boolean;
  multi: boolean;
}

export function parseUpdate(raw: Raw): UpdateStatement {
  const { args, update: u } = readStatement(raw, STATEMENT);
  if (u === undefined)
    throw new CommandError(40414, "BSON field 'update.updates.u' is missing but a required field");
  const modification = parseModification(u);
  const multi = args.multi === true;
  if (multi && modification.kind === 'replacement') {
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  }
  return {
    filter: statementFilter(args.q, STATEMENT.path),
    modification,
    upsert: args.upsert === true,
    multi,
  };
}
