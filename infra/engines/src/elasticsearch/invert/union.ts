import { type Matches, none, scoreAt } from './doc-set.js';

/** How the scores of one document that several clauses match become one. */
export interface Merge {
  /** `sum`, or the best score plus this part of the others. */
  readonly tieBreaker: number | 'sum';
  /** How many clauses a document must match. */
  readonly atLeast: number;
}

/** Documents that enough of the clauses match. `size` is the number of documents there are. */
export function union(clauses: readonly Matches[], merge: Merge, size: number): Matches {
  const [only] = clauses;
  if (clauses.length < merge.atLeast || !only) return none;
  if (clauses.length === 1) return only;
  const counts = new Uint16Array(size);
  const sums = new Float64Array(size);
  const bests = merge.tieBreaker === 'sum' ? undefined : new Float64Array(size);
  for (const clause of clauses)
    for (let at = 0; at < clause.docs.length; at++) {
      const doc = clause.docs[at] ?? 0;
      const score = scoreAt(clause, at);
      counts[doc] = (counts[doc] ?? 0) + 1;
      sums[doc] = (sums[doc] ?? 0) + score;
      if (bests && score > (bests[doc] ?? 0)) bests[doc] = score;
    }
  const needed = Math.max(1, merge.atLeast);
  let length = 0;
  for (let doc = 0; doc < size; doc++) if ((counts[doc] ?? 0) >= needed) length++;
  const docs = new Int32Array(length);
  const scores = new Float64Array(length);
  const tie = merge.tieBreaker === 'sum' ? 0 : merge.tieBreaker;
  length = 0;
  for (let doc = 0; doc < size; doc++) {
    if ((counts[doc] ?? 0) < needed) continue;
    const sum = sums[doc] ?? 0;
    const best = bests?.[doc];
    docs[length] = doc;
    scores[length++] = best === undefined ? sum : best + tie * (sum - best);
  }
  return { docs, scores };
}
