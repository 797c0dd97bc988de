import { encodeDoc } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import type { Deadline } from '../query/deadline.js';
import { select } from '../query/select.js';
import { parseSort, type SortField } from '../query/sort.js';
import { RawSource, type Source } from '../query/source.js';
import type { Collection } from '../store/collection.js';
import { type Stage, stageName } from './stage.js';
import { compileStage, countOf, filterOf } from './stages.js';

/** The stages at the beginning that indexes help with, and the rest. */
interface Prepared {
  filter: Doc;
  sort: readonly SortField[];
  skip: number;
  limit: number;
  rest: Stage[];
}

/** Runs a pipeline over a collection (undefined: over nothing) and answers the documents, encoded. */
export function runPipeline(
  collection: Collection | undefined,
  pipeline: Value,
  deadline: Deadline,
): Buffer[] {
  const { rest, ...selection } = prepare(pipeline);
  const now = new Date();
  const found = collection === undefined ? [] : select(collection, { ...selection, deadline }).docs;
  let sources: Source[] = found.map(({ bytes }) => new RawSource(bytes));
  for (const stage of rest) {
    sources = stage(sources, now);
    deadline.check();
  }
  return sources.map((source) => (source instanceof RawSource ? source.bytes : encodeDoc(source.doc())));
}

/** Takes `$match`, `$sort`, `$skip` and `$limit` off the beginning, as long as they come in that order. */
function prepare(pipeline: Value): Prepared {
  if (!Array.isArray(pipeline)) throw new CommandError(14, "'pipeline' option must be specified as an array");
  const stages = pipeline.map((stage) => ({ name: stageName(stage), stage: stage as Doc }));
  const prepared: Prepared = { filter: {}, sort: [], skip: 0, limit: 0, rest: [] };
  const take = (name: string, read: (spec: Value) => void) => {
    if (stages[0]?.name !== name) return;
    const [first] = stages.splice(0, 1);
    compileStage(first?.stage ?? {});
    read(first?.stage[name]);
  };
  take('$match', (spec) => {
    prepared.filter = filterOf(spec);
  });
  take('$sort', (spec) => {
    prepared.sort = parseSort(spec);
  });
  take('$skip', (spec) => {
    prepared.skip = countOf('$skip', spec);
  });
  take('$limit', (spec) => {
    prepared.limit = countOf('$limit', spec);
  });
  prepared.rest = stages.map(({ stage }) => compileStage(stage));
  return prepared;
}
