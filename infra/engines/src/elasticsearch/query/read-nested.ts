import { parsing } from '../errors.js';
import { type Matches, none, scoreAt } from '../invert/doc-set.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';
import { boosted, type Query, type ReadQuery, unmarked } from './query.js';

const modes = ['avg', 'sum', 'min', 'max', 'none'] as const;
type ScoreMode = (typeof modes)[number];

/** Documents that have a nested object which meets the inner query, all of it by itself. */
export function readNested(body: Json, read: ReadQuery): Query {
  const options = new Options('nested', body);
  const path = options.string('path');
  const inner = options.object('query');
  const mode = options.oneOf('score_mode', modes) ?? 'avg';
  const ignoreUnmapped = options.boolean('ignore_unmapped') ?? false;
  const boost = options.number('boost');
  options.done();
  if (!path || !inner) throw parsing("[nested] requires 'path' and 'query' fields");
  const query = read(inner);
  return boosted(
    unmarked((scope) => {
      if (!scope.searched.mapping.nestedPaths.has(path)) {
        if (ignoreUnmapped) return none;
        throw scope.refuse(
          `failed to create query: [nested] failed to find nested object under path [${path}]`,
        );
      }
      const { place, scope: among } = scope.nested(path);
      return parentsOf(among.run(query), place.parents, mode);
    }),
    boost,
  );
}

/** The parents of nested objects, each with one score made from those of its objects. */
function parentsOf(objects: Matches, parents: readonly number[], mode: ScoreMode): Matches {
  const scores = new Map<number, number[]>();
  objects.docs.forEach((object, at) => {
    const parent = parents[object] ?? 0;
    const before = scores.get(parent);
    if (before) before.push(scoreAt(objects, at));
    else scores.set(parent, [scoreAt(objects, at)]);
  });
  const docs = Int32Array.from(scores.keys());
  if (mode === 'none') return { docs, scores: 0 };
  return { docs, scores: Float64Array.from(scores.values(), (each) => merged(each, mode)) };
}

function merged(scores: readonly number[], mode: Exclude<ScoreMode, 'none'>): number {
  const sum = scores.reduce((left, right) => left + right, 0);
  switch (mode) {
    case 'avg':
      return sum / scores.length;
    case 'sum':
      return sum;
    case 'min':
      return Math.min(...scores);
    case 'max':
      return Math.max(...scores);
  }
}
