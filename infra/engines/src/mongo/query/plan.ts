import type { Doc } from '../bson/values.js';
import type { Collection } from '../store/collection.js';
import { boundsOf } from './bounds.js';
import { type Plan, throughIndex } from './index-plan.js';
import type { SortField } from './sort.js';

interface Wanted {
  filter: Doc;
  sort: readonly SortField[];
  /** How many documents are needed at most, in the order of the sort; 0 is all. */
  limit: number;
}

/** Chooses the cheapest way to the documents of a query. */
export function planFor(collection: Collection, wanted: Wanted): Plan {
  const { filter, sort, limit } = wanted;
  const bounds = boundsOf(filter);
  let best: Plan = { index: undefined, ranges: [], backwards: false, sorted: sort.length === 0 };
  let bestCost = costOf(collection.docs.size, best, limit) + 1;
  for (const index of collection.indexes) {
    const plan = throughIndex(index, bounds, sort);
    if (plan === undefined) continue;
    const cost = costOf(entriesOf(plan), plan, limit);
    if (cost >= bestCost) continue;
    best = plan;
    bestCost = cost;
  }
  return best;
}

/** Entries to look at; documents that must be sorted first count twice, and a limit helps only without that. */
function costOf(entries: number, plan: Plan, limit: number): number {
  if (!plan.sorted) return 2 * entries;
  return limit > 0 && limit < entries ? limit + (entries - limit) / 64 : entries;
}

function entriesOf({ index, ranges }: Plan): number {
  return ranges.reduce((sum, { low, high }) => sum + (index?.entries.countBetween(low, high) ?? 0), 0);
}
