import { isDoc } from '../bson/values.js';
import { CommandError, notImplemented } from '../errors.js';
import { type Selected, select } from '../query/select.js';
import type { Request } from '../wire/request.js';
import { checkFields } from './check-fields.js';
import type { Command } from './context.js';
import { find, selectionOf } from './find.js';
import { collectionOf } from './namespace.js';

/** What a find costs: how many index keys and documents it looks at. Only finds are explained. */
export const explain: Command = {
  fields: ['verbosity'],
  run: ({ args, database }, context) => {
    const explained = args.explain;
    if (!isDoc(explained))
      throw new CommandError(14, "BSON field 'explain.explain' is the wrong type, expected type 'object'");
    const [name = ''] = Object.keys(explained);
    if (name !== 'find') throw notImplemented(`explain of ${name}`);
    const request: Request = {
      name,
      database,
      args: explained,
      raw: new Map(),
      lists: new Map(),
      silent: false,
    };
    checkFields(find, request);
    const collection = collectionOf(request, context);
    const found = collection === undefined ? undefined : select(collection, selectionOf(request));
    return {
      queryPlanner: { namespace: collection?.ns ?? '', winningPlan: describe(found) },
      executionStats: {
        executionSuccess: true,
        nReturned: found?.docs.length ?? 0,
        totalKeysExamined: found?.keysExamined ?? 0,
        totalDocsExamined: found?.docsExamined ?? 0,
      },
      ok: 1,
    };
  },
};

function describe(found: Selected | undefined) {
  if (found === undefined) return { stage: 'EOF' };
  if (found.plan === 'by _id') return { stage: 'IDHACK' };
  const { index, backwards, sorted } = found.plan;
  const source =
    index === undefined
      ? { stage: 'COLLSCAN' }
      : {
          stage: 'FETCH',
          inputStage: {
            stage: 'IXSCAN',
            indexName: index.spec.name,
            direction: backwards ? 'backward' : 'forward',
          },
        };
  return sorted ? source : { stage: 'SORT', inputStage: source };
}
