import { runPipeline } from '../aggregate/run.js';
import { stageName } from '../aggregate/stage.js';
import { compileStage } from '../aggregate/stages.js';
import { isDoc } from '../bson/values.js';
import { CommandError, failedToParse } from '../errors.js';
import type { Reply } from '../wire/reply.js';
import type { Request } from '../wire/request.js';
import { type Command, countField, deadlineOf } from './context.js';
import { collectionOf, namespaceOf } from './namespace.js';

export const aggregate: Command = {
  fields: ['pipeline', 'cursor', 'allowDiskUse', 'bypassDocumentValidation'],
  refused: ['explain', 'hint', 'collation', 'let'],
  run: (request, context) => {
    const { args } = request;
    if (typeof args.aggregate !== 'string') return withoutCollection(request);
    const cursor = args.cursor;
    if (!isDoc(cursor)) {
      throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
    }
    const docs = runPipeline(collectionOf(request, context), args.pipeline, deadlineOf(request));
    const size = cursor.batchSize;
    const batchSize = size === undefined ? undefined : countField(size, 'aggregate.cursor.batchSize');
    return context.cursors.first({ ns: namespaceOf(request), docs, batchSize });
  },
};

/** A pipeline over a whole database: none of its stages is answered here, but each is refused by its own name. */
function withoutCollection({ args }: Request): Reply {
  const first = Array.isArray(args.pipeline) ? args.pipeline[0] : undefined;
  const name = stageName(first);
  if (isDoc(first)) compileStage(first);
  throw new CommandError(73, `{aggregate: 1} is not valid for '${name}'; a collection is required.`);
}
