import type { Doc } from '../bson/values.js';
import type { Collection } from '../store/collection.js';
import type { StoredDoc } from '../store/stored-doc.js';
import { isOperators } from './conditions.js';
import { Deadline } from './deadline.js';
import type { Plan } from './index-plan.js';
import { pointOf } from './intervals.js';
import { compileFilter } from './matcher.js';
import { planFor } from './plan.js';
import { type SortField, sorted } from './sort.js';
import { RawSource } from './source.js';

export interface Selection {
  filter: Doc;
  sort?: readonly SortField[];
  skip?: number;
  /** 0 is no limit. */
  limit?: number;
  deadline?: Deadline;
}

/** The documents of a query, and what it took to find them. */
export interface Selected {
  docs: StoredDoc[];
  keysExamined: number;
  docsExamined: number;
  plan: Plan | 'by _id';
}

/** Finds the documents of a query in the order of its sort, or else in that of the index or of insertion. */
export function select(collection: Collection, selection: Selection): Selected {
  const { filter, sort = [], skip = 0, limit = 0, deadline = new Deadline(0) } = selection;
  if (isById(filter)) {
    const doc = collection.byId(filter._id);
    const fits =
      Object.keys(filter).length === 1 || compileFilter(filter)(new RawSource(doc?.bytes ?? EMPTY));
    const found = doc !== undefined && fits && skip === 0 ? [doc] : [];
    return { docs: found, keysExamined: doc ? 1 : 0, docsExamined: doc ? 1 : 0, plan: 'by _id' };
  }
  const matches = compileFilter(filter);
  const needed = limit === 0 ? 0 : skip + limit;
  const plan = planFor(collection, { filter, sort, limit: needed });
  const docs: StoredDoc[] = [];
  const source = new RawSource(EMPTY);
  const stopAt = plan.sorted && needed > 0 ? needed : Number.POSITIVE_INFINITY;
  let docsExamined = 0;
  const keysExamined = walk(collection, plan, (doc) => {
    deadline.step();
    docsExamined++;
    source.bytes = doc.bytes;
    if (matches(source)) docs.push(doc);
    return docs.length < stopAt;
  });
  const ordered = plan.sorted ? docs : sorted(docs, sort, ({ bytes }) => new RawSource(bytes));
  const page = ordered.slice(skip, limit === 0 ? undefined : skip + limit);
  return { docs: page, keysExamined, docsExamined, plan };
}

const EMPTY = Buffer.from([5, 0, 0, 0, 0]);

/** Whether a filter asks for one `_id` (and maybe for more). */
function isById(filter: Doc): boolean {
  if (!Object.hasOwn(filter, '_id')) return false;
  const id = filter._id;
  return id !== null && !isOperators(id) && pointOf(id) !== undefined;
}

/** Shows the documents of a plan once each until `visit` answers false; answers how many index keys it took. */
function walk(collection: Collection, plan: Plan, visit: (doc: StoredDoc) => boolean): number {
  const { index, ranges, backwards } = plan;
  if (index === undefined) {
    for (const doc of collection.docs) if (!visit(doc)) break;
    return 0;
  }
  let keys = 0;
  const seen = index.multikey.includes(true) ? new Set<StoredDoc>() : undefined;
  const show = (doc: StoredDoc) => {
    keys++;
    if (seen?.has(doc)) return true;
    seen?.add(doc);
    return visit(doc);
  };
  for (const { low, high } of backwards ? ranges.toReversed() : ranges) {
    const goOn = backwards ? index.entries.descend(low, high, show) : index.entries.ascend(low, high, show);
    if (!goOn) break;
  }
  return keys;
}
