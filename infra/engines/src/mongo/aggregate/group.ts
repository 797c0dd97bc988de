import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { keyOf } from '../order/compare.js';
import { DocSource, type Source } from '../query/source.js';
import type { Accumulator } from './accumulators.js';
import { compileExpression } from './expression.js';
import { parseGroupField } from './group-field.js';

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

/** Compiles `$group`. Values that are equal in BSON order are one group; a missing one counts as null. */
export function compileGroup(spec: Value): (sources: Source[], now: Date) => Source[] {
  if (!isDoc(spec)) throw new CommandError(15947, "a group's fields must be specified in an object");
  if (!Object.hasOwn(spec, '_id')) throw new CommandError(15955, 'a group specification must include an _id');
  const idOf = compileExpression(spec._id);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => parseGroupField(name, value));
  return (sources, now) => {
    const groups = new Map<string, Group>();
    for (const root of sources) {
      const scope = { root, now, variables: {} };
      const id = idOf(scope) ?? null;
      const key = keyOf(id);
      let group = groups.get(key);
      if (group === undefined) {
        group = { id, accumulators: fields.map(({ start }) => start()) };
        groups.set(key, group);
      }
      for (const [i, { compute }] of fields.entries()) group.accumulators[i]?.add(compute(scope));
    }
    return [...groups.values()].map(({ id, accumulators }) => {
      const doc: Doc = { _id: id };
      for (const [i, { name }] of fields.entries()) doc[name] = accumulators[i]?.result();
      return new DocSource(doc);
    });
  };
}
