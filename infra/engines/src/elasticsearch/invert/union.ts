import { type Matches, none } from './doc-set.js';

/** How the scores of one document that several clauses match become one. */
export interface Merge {
  /** `sum`, or the best score plus this part of the others. */
  readonly tieBreaker: number | 'sum';
  /** How many clauses a document must match. */
  readonly atLeast: number;
}

/** Room to add up in, one place for each document. It is all zeros between calls, so that nobody has to clear it. */
const room = { counts: new Uint16Array(0), sums: new Float64Array(0), bests: new Float64Array(0) };

function makeRoom(size: number): void {
  if (room.counts.length >= size) return;
  const length = Math.max(1024, size * 2);
  room.counts = new Uint16Array(length);
  room.sums = new Float64Array(length);
  room.bests = new Float64Array(length);
}

/** Documents that enough of the clauses match. `size` is the number of documents there are. */
export function union(clauses: readonly Matches[], merge: Merge, size: number): Matches {
  const [only] = clauses;
  if (clauses.length < merge.atLeast || !only) return none;
  if (clauses.length === 1) return only;
  makeRoom(size);
  const { counts, sums, bests } = room;
  const total = clauses.reduce((sum, clause) => sum + clause.docs.length, 0);
  const touched = new Int32Array(Math.min(total, size));
  let length = 0;
  for (const { docs, scores } of clauses) {
    const same = typeof scores === 'number' ? scores : 0;
    const each = typeof scores === 'number' ? undefined : scores;
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] as number;
      const score = each ? (each[at] as number) : same;
      const count = counts[doc] as number;
      if (count === 0) touched[length++] = doc;
      counts[doc] = count + 1;
      sums[doc] = (sums[doc] as number) + score;
      if (score > (bests[doc] as number)) bests[doc] = score;
    }
  }
  return gather(ascending(touched.subarray(0, length), size), merge);
}

/** Many documents are found faster by looking at all than by sorting. */
function ascending(touched: Int32Array, size: number): Int32Array {
  if (touched.length * 16 < size) return touched.sort();
  for (let doc = 0, at = 0; at < touched.length; doc++) if (room.counts[doc] !== 0) touched[at++] = doc;
  return touched;
}

/** Takes the sums of these documents out of the room and leaves it empty. */
function gather(touched: Int32Array, { tieBreaker, atLeast }: Merge): Matches {
  const { counts, sums, bests } = room;
  const docs = new Int32Array(touched.length);
  const scores = new Float64Array(touched.length);
  let length = 0;
  for (const doc of touched) {
    if ((counts[doc] ?? 0) >= atLeast) {
      const sum = sums[doc] ?? 0;
      const best = bests[doc] ?? 0;
      docs[length] = doc;
      scores[length++] = tieBreaker === 'sum' ? sum : best + tieBreaker * (sum - best);
    }
    counts[doc] = 0;
    sums[doc] = 0;
    bests[doc] = 0;
  }
  return { docs: docs.subarray(0, length), scores: scores.subarray(0, length) };
}
