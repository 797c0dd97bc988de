import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { addPath, type FieldTree } from '../query/projection.js';
import { DocSource, ownField, type Source } from '../query/source.js';
import { typeName } from './evaluate.js';
import { compileExpression } from './expression.js';
import { compileProject } from './project.js';
import { pruneDoc } from './prune.js';
import { parseFields, setFields } from './set-fields.js';

/** A stage that makes one document of one document. */
type Transform = (source: Source, now: Date) => Source;

export const TRANSFORMS = ['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith'];

/** Compiles `{$set: …}` and the other stages of `TRANSFORMS`. */
export function compileTransform(stage: Doc): Transform {
  const [name = ''] = Object.keys(stage);
  const spec = stage[name];
  switch (name) {
    case '$set':
    case '$addFields': {
      if (!isDoc(spec))
        throw new CommandError(40272, `${name} specification stage must be an object, got ${typeName(spec)}`);
      const fields = parseFields(spec);
      return (root, now) => new DocSource(setFields(root.doc(), fields, { root, now, variables: {} }));
    }
    case '$unset':
      return compileUnset(spec);
    case '$project':
      return compileProject(spec);
    case '$replaceRoot':
      return replaceWith(isDoc(spec) ? ownField(spec, 'newRoot') : undefined);
    default:
      return replaceWith(spec);
  }
}

function compileUnset(spec: Value): Transform {
  const names = Array.isArray(spec) ? spec : [spec];
  const fields: FieldTree = new Map();
  for (const name of names) {
    if (typeof name !== 'string') {
      throw new CommandError(
        31120,
        '$unset specification must be a string or an array containing only string values',
      );
    }
    addPath(fields, name);
  }
  return (source) => new DocSource(pruneDoc(source.doc(), fields, false));
}

function replaceWith(spec: Value): Transform {
  if (spec === undefined) throw new CommandError(40231, 'no newRoot specified for the $replaceRoot stage');
  const compute = compileExpression(spec);
  return (root, now) => {
    const value = compute({ root, now, variables: {} });
    if (isDoc(value)) return new DocSource(value);
    throw new CommandError(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type: '${typeName(value)}'.`,
    );
  };
}
