import { checkDocument, checkId } from '../bson/check.js';
import { Draft } from '../bson/draft.js';
import { ownBytes } from '../bson/encode.js';
import { ID, sameName } from '../bson/names.js';
import type { Raw } from '../bson/raw.js';
import { Walker } from '../bson/walker.js';
import { withId } from '../update/apply.js';
import type { Command } from './context.js';
import { namespaceOf } from './namespace.js';
import { eachStatement, isOrdered, listOf, writeReply } from './statements.js';

export const insert: Command = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run: (request, { store }) => {
    const ns = namespaceOf(request);
    let n = 0;
    const errors = eachStatement(listOf(request, 'documents'), isOrdered(request), (document) => {
      const bytes = documentOf(document);
      store.insert(store.ensure(ns), bytes);
      n++;
    });
    return writeReply({ n }, errors);
  },
};

/** The document as it is kept: in memory of its own, with an `_id`, which comes first. */
function documentOf({ bytes, start, end }: Raw): Buffer {
  checkDocument(bytes, start);
  const first = new Walker(bytes, start);
  if (!first.next() || !sameName(bytes, first.nameStart, first.nameEnd, ID.bytes))
    return withId(new Draft(bytes, start));
  checkId(first.raw());
  return ownBytes(bytes, start, end);
}
