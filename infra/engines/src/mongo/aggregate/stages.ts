import { isNumeric, toDouble } from '../bson/numbers.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError, notImplemented } from '../errors.js';
import { compileFilter } from '../query/matcher.js';
import { parseSort, sorted } from '../query/sort.js';
import { DocSource } from '../query/source.js';
import { count } from './count.js';
import { typeName } from './evaluate.js';
import { compileGroup } from './group.js';
import { type Stage, stageName } from './stage.js';
import { compileTransform, TRANSFORMS } from './transforms.js';
import { compileUnwind } from './unwind.js';

/** Stages of the original that nothing in the house uses. */
const OTHERS = new Set([
  '$bucket',
  '$bucketAuto',
  '$collStats',
  '$densify',
  '$documents',
  '$fill',
  '$geoNear',
  '$graphLookup',
  '$indexStats',
  '$lookup',
  '$merge',
  '$out',
  '$redact',
  '$sample',
  '$setWindowFields',
  '$unionWith',
]);

export function compileStage(stage: Doc): Stage {
  const name = stageName(stage);
  const spec = stage[name];
  if (TRANSFORMS.includes(name)) {
    const transform = compileTransform(stage);
    return (sources, now) => sources.map((source) => transform(source, now));
  }
  switch (name) {
    case '$match': {
      const matches = compileFilter(filterOf(spec));
      return (sources) => sources.filter(matches);
    }
    case '$sort': {
      const fields = parseSort(spec);
      if (fields.length === 0) throw new CommandError(15976, '$sort stage must have at least one sort key');
      return (sources) => sorted(sources, fields, (source) => source);
    }
    case '$limit':
      return (sources) => sources.slice(0, countOf(name, spec));
    case '$skip':
      return (sources) => sources.slice(countOf(name, spec));
    case '$group':
      return compileGroup(spec);
    case '$unwind':
      return compileUnwind(spec);
    case '$count':
      return count(spec);
    case '$sortByCount': {
      const group = compileGroup({ _id: spec, count: { $sum: 1 } });
      return (sources, now) => sorted(group(sources, now), parseSort({ count: -1 }), (source) => source);
    }
    case '$facet':
      return facet(spec);
    case '$changeStream':
      throw new CommandError(40573, 'The $changeStream stage is only supported on replica sets');
    default:
      if (OTHERS.has(name)) throw notImplemented(`the stage ${name}`);
      throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

export function filterOf(spec: Value): Doc {
  if (isDoc(spec)) return spec;
  throw new CommandError(15959, 'the match filter must be an expression in an object');
}

/** The number of a `$limit` or `$skip`. */
export function countOf(name: string, spec: Value): number {
  const n = isNumeric(spec) ? toDouble(spec) : Number.NaN;
  if (Number.isSafeInteger(n) && n >= (name === '$limit' ? 1 : 0)) return n;
  if (name === '$limit' && n === 0) throw new CommandError(15958, 'the limit must be positive');
  throw new CommandError(
    name === '$limit' ? 5107201 : 5107200,
    `invalid argument to ${name} stage: Expected a non-negative number, got ${typeName(spec)}`,
  );
}

function facet(spec: Value): Stage {
  if (!isDoc(spec) || Object.keys(spec).length === 0) {
    throw new CommandError(40169, 'the $facet specification must be a non-empty object');
  }
  const facets = Object.entries(spec).map(([name, pipeline]) => {
    if (!Array.isArray(pipeline)) throw new CommandError(40170, 'arguments to $facet must be arrays');
    return { name, stages: pipeline.map((stage) => compileStage(stage as Doc)) };
  });
  return (sources, now) => {
    const doc: Doc = {};
    for (const { name, stages } of facets) {
      doc[name] = stages.reduce((docs, stage) => stage(docs, now), sources).map((source) => source.doc());
    }
    return [new DocSource(doc)];
  };
}
