import { decodeRaw } from '../bson/decode.js';
import { readName } from '../bson/names.js';
import type { Raw } from '../bson/raw.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { Walker } from '../bson/walker.js';
import { CommandError, notImplemented } from '../errors.js';
import type { Reply } from '../wire/reply.js';
import type { Request } from '../wire/request.js';

/** The list of statements or documents of a write. */
export function listOf({ name, lists }: Request, field: string): Raw[] {
  const list = lists.get(field);
  if (list === undefined)
    throw new CommandError(40414, `BSON field '${name}.${field}' is missing but a required field`);
  if (list.length > 0 && list.length <= 100_000) return list;
  throw new CommandError(
    16,
    `Write batch sizes must be between 1 and 100000. Got ${list.length} operations.`,
  );
}

/** The fields of one statement; `u`, whose types must stay exact, is left where it lies. */
export function readStatement(
  statement: Raw,
  { path, fields, refused }: { path: string; fields: readonly string[]; refused: readonly string[] },
): { args: Doc; update: Raw | undefined } {
  const args: Doc = {};
  let update: Raw | undefined;
  const walker = new Walker(statement.bytes, statement.start);
  while (walker.next()) {
    const name = readName(walker.bytes, walker.nameStart, walker.nameEnd);
    if (name === 'u') update = walker.raw();
    else if (fields.includes(name)) args[name] = decodeRaw(walker.raw());
    else if (refused.includes(name)) throw notImplemented(`the option ${path}.${name}`);
    else throw new CommandError(40415, `BSON field '${path}.${name}' is an unknown field.`);
  }
  return { args, update };
}

export function statementFilter(value: Value, path: string): Doc {
  if (isDoc(value)) return value;
  throw new CommandError(value === undefined ? 40414 : 14, `BSON field '${path}.q' is missing or no object`);
}

/**
 * Carries out the statements of a write one after the other. One that fails becomes a write error and, in an ordered
 * write, ends it; what was done before it stays done.
 */
export function eachStatement(
  list: readonly Raw[],
  ordered: boolean,
  run: (statement: Raw, index: number) => void,
): Doc[] {
  const errors: Doc[] = [];
  for (const [index, statement] of list.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (ordered) break;
    }
  }
  return errors;
}

/** The answer to a write; errors are only mentioned if there are any. */
export const writeReply = (counts: Doc, writeErrors: Doc[]): Reply => ({
  ...counts,
  ...(writeErrors.length === 0 ? {} : { writeErrors }),
  ok: 1,
});

export const isOrdered = ({ args }: Request): boolean => args.ordered !== false;
