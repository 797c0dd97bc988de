/** Documents that match, in ascending order, with a score each, or with one score for all. */
export interface Matches {
  readonly docs: Int32Array;
  readonly scores: Float64Array | number;
}

export const none: Matches = { docs: new Int32Array(0), scores: 0 };

export const scoreAt = (matches: Matches, at: number): number =>
  typeof matches.scores === 'number' ? matches.scores : (matches.scores[at] ?? 0);

/** The same documents, each score changed. */
export function rescored(matches: Matches, change: (score: number) => number): Matches {
  const { docs, scores } = matches;
  return { docs, scores: typeof scores === 'number' ? change(scores) : scores.map(change) };
}

/** Position of a document in an ascending list, or -1. */
export function indexOf(docs: Int32Array, doc: number): number {
  let low = 0;
  let high = docs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = docs[middle] ?? 0;
    if (found === doc) return middle;
    if (found < doc) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Documents in both, scored with the sum. */
export function intersect(left: Matches, right: Matches): Matches {
  const [few, many] = left.docs.length <= right.docs.length ? [left, right] : [right, left];
  const docs = new Int32Array(few.docs.length);
  const same =
    typeof left.scores === 'number' && typeof right.scores === 'number'
      ? left.scores + right.scores
      : undefined;
  const scores = same === undefined ? new Float64Array(docs.length) : undefined;
  let length = 0;
  let from = 0;
  for (let at = 0; at < few.docs.length; at++) {
    const doc = few.docs[at] as number;
    from = skipTo(many.docs, from, doc);
    if (from === many.docs.length) break;
    if (many.docs[from] !== doc) continue;
    if (scores) scores[length] = scoreAt(few, at) + scoreAt(many, from);
    docs[length++] = doc;
  }
  return { docs: docs.subarray(0, length), scores: scores ? scores.subarray(0, length) : (same ?? 0) };
}

/** The first place, from one on, of a document that is not before `doc`: by strides that double, then by halving. */
function skipTo(docs: Int32Array, from: number, doc: number): number {
  let stride = 1;
  let low = from;
  while (low + stride < docs.length && (docs[low + stride] as number) < doc) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(docs.length, low + stride + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((docs[middle] as number) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Documents of the first that are not in the second. */
export function subtract(left: Matches, right: Matches): Matches {
  return filtered(left, notIn(right.docs));
}

function notIn(docs: Int32Array): (doc: number) => boolean {
  let at = 0;
  return (doc) => {
    while ((docs[at] ?? Number.POSITIVE_INFINITY) < doc) at++;
    return docs[at] !== doc;
  };
}

/** Documents that pass a test, which is asked in ascending order. */
export function filtered(matches: Matches, test: (doc: number) => boolean): Matches {
  const { docs, scores } = matches;
  const kept = new Int32Array(docs.length);
  const keptScores = typeof scores === 'number' ? undefined : new Float64Array(docs.length);
  let length = 0;
  for (let at = 0; at < docs.length; at++) {
    const doc = docs[at] ?? 0;
    if (!test(doc)) continue;
    if (keptScores) keptScores[length] = scoreAt(matches, at);
    kept[length++] = doc;
  }
  return {
    docs: kept.subarray(0, length),
    scores: keptScores ? keptScores.subarray(0, length) : scoreAt(matches, 0),
  };
}
