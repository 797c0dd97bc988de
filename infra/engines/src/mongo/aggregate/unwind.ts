import { Long } from 'bson';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { DocSource, ownField, type Source } from '../query/source.js';

interface Unwind {
  names: string[];
  indexName: string | undefined;
  keepEmpty: boolean;
}

/** Compiles `$unwind`: one document for each element of an array. */
export function compileUnwind(spec: Value): (sources: Source[]) => Source[] {
  const unwind = parse(spec);
  return (sources) =>
    sources.flatMap((source) => unwindDoc(source.doc(), unwind).map((doc) => new DocSource(doc)));
}

function parse(spec: Value): Unwind {
  if (typeof spec === 'string') return { names: pathNames(spec), indexName: undefined, keepEmpty: false };
  if (!isDoc(spec))
    throw new CommandError(15981, 'expected either a string or an object as specification for $unwind stage');
  const { path, includeArrayIndex, preserveNullAndEmptyArrays, ...rest } = spec;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw new CommandError(28811, `unrecognized option to $unwind stage: ${unknown}`);
  if (includeArrayIndex !== undefined && typeof includeArrayIndex !== 'string') {
    throw new CommandError(
      28810,
      'expected a non-empty string for the includeArrayIndex option to $unwind stage',
    );
  }
  return {
    names: pathNames(path),
    indexName: includeArrayIndex,
    keepEmpty: preserveNullAndEmptyArrays === true,
  };
}

function pathNames(path: Value): string[] {
  if (typeof path === 'string' && path.startsWith('$')) return path.slice(1).split('.');
  throw new CommandError(
    28818,
    `path option to $unwind stage should be prefixed with a '$': ${String(path)}`,
  );
}

function unwindDoc(doc: Doc, { names, indexName, keepEmpty }: Unwind): Doc[] {
  const value = names.reduce<Value>((inner, name) => (isDoc(inner) ? ownField(inner, name) : undefined), doc);
  const indexed = (result: Doc, index: Value) =>
    indexName === undefined ? result : { ...result, [indexName]: index };
  if (Array.isArray(value) && value.length > 0) {
    return value.map((element, i) => indexed(withPath(doc, names, element), Long.fromNumber(i)));
  }
  const empty = value === undefined || value === null || Array.isArray(value);
  if (!empty) return [indexed(doc, null)];
  if (!keepEmpty) return [];
  return [indexed(Array.isArray(value) ? withPath(doc, names, undefined) : doc, null)];
}

/** A copy of the document with another value at the path; `undefined` takes the field away. */
function withPath(doc: Doc, names: string[], value: Value): Doc {
  const [name = '', ...rest] = names;
  const copy = { ...doc };
  const inner = copy[name];
  if (rest.length > 0 && isDoc(inner)) copy[name] = withPath(inner, rest, value);
  else if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy;
}
