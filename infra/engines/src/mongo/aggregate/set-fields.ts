import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import type { Evaluate, Scope } from './evaluate.js';
import { compileExpression } from './expression.js';

/** Computed fields: at each name what computes it, or the fields inside of it. */
export type ComputedFields = Map<string, Evaluate | ComputedFields>;

/** Reads `{a: expression, 'b.c': expression, d: {e: expression}}`. */
export function parseFields(spec: Doc): ComputedFields {
  const fields: ComputedFields = new Map();
  for (const [path, value] of Object.entries(spec)) addField(fields, path, value);
  return fields;
}

export function addField(fields: ComputedFields, path: string, value: Value): void {
  if (isDoc(value) && !(Object.keys(value)[0]?.startsWith('$') ?? true)) {
    for (const [name, inner] of Object.entries(value)) addField(fields, `${path}.${name}`, inner);
    return;
  }
  const names = path.split('.');
  const last = names.pop() ?? '';
  let node = fields;
  for (const name of names) {
    const next = node.get(name) ?? new Map<string, Evaluate | ComputedFields>();
    if (typeof next === 'function') throw collision(path);
    node.set(name, next);
    node = next;
  }
  if (last === '' || last.startsWith('$'))
    throw new CommandError(16410, `FieldPath field names may not start with '$' or be empty: '${path}'`);
  if (node.has(last)) throw collision(path);
  node.set(last, compileExpression(value));
}

const collision = (path: string) =>
  new CommandError(
    40176,
    `Invalid $addFields :: caused by :: specification contains two conflicting paths. Cannot specify both '${path}' and another path inside of or around it`,
  );

/** A copy of the document with the fields computed; one that computes to nothing is taken away. */
export function setFields(doc: Doc, fields: ComputedFields, scope: Scope): Doc {
  const result: Doc = { ...doc };
  for (const [name, compute] of fields) {
    const value = typeof compute === 'function' ? compute(scope) : setInside(result[name], compute, scope);
    if (value === undefined) delete result[name];
    else result[name] = value;
  }
  return result;
}

function setInside(value: Value, fields: ComputedFields, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((element) => setInside(element, fields, scope));
  return setFields(isDoc(value) ? value : {}, fields, scope);
}
