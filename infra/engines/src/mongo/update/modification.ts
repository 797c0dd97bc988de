import { checkDocument } from '../bson/check.js';
import { decodeArray } from '../bson/decode.js';
import { readName } from '../bson/names.js';
import type { Raw } from '../bson/raw.js';
import { BsonType, typeAlias } from '../bson/types.js';
import { Walker } from '../bson/walker.js';
import { CommandError, failedToParse, notImplemented } from '../errors.js';
import { pathOf } from '../query/paths.js';
import type { Change } from './change.js';
import { checkPath } from './check-path.js';
import { UPDATE_OPERATORS } from './operators.js';
import { compileUpdatePipeline, type UpdatePipeline } from './pipeline.js';

/** What an update says, read once. */
export type Modification =
  | { kind: 'replacement'; document: Raw }
  | { kind: 'operators'; changes: Change[] }
  | { kind: 'pipeline'; pipeline: UpdatePipeline };

/** Operators of the original that nothing in the house uses. */
const OTHERS = new Set(['$mul', '$rename', '$pop', '$bit']);

/** Reads the `u` of an update: operators, a whole document, or a pipeline. */
export function parseModification(update: Raw): Modification {
  if (update.type === BsonType.array) {
    return { kind: 'pipeline', pipeline: compileUpdatePipeline(decodeArray(update.bytes, update.start)) };
  }
  if (update.type !== BsonType.object) {
    throw failedToParse(
      `Update argument must be either an object or an array, but was of type ${typeAlias(update.type)}`,
    );
  }
  checkDocument(update.bytes, update.start);
  const walker = new Walker(update.bytes, update.start);
  if (!walker.next() || update.bytes[walker.nameStart] !== DOLLAR)
    return { kind: 'replacement', document: update };
  const changes: Change[] = [];
  do {
    readOperator(walker, changes);
  } while (walker.next());
  return { kind: 'operators', changes: inOrder(changes) };
}

const DOLLAR = 0x24;

function readOperator(walker: Walker, changes: Change[]): void {
  const name = readName(walker.bytes, walker.nameStart, walker.nameEnd);
  const operator = UPDATE_OPERATORS.get(name);
  if (operator === undefined) {
    if (OTHERS.has(name)) throw notImplemented(`the update operator ${name}`);
    throw failedToParse(
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (walker.type !== BsonType.object) {
    throw failedToParse(
      `Modifiers operate on fields but we found type ${typeAlias(walker.type)} instead. For example: {$mod: {<field>: ...}} not {${name}: …}`,
    );
  }
  const fields = new Walker(walker.bytes, walker.start);
  while (fields.next()) {
    const path = pathOf(readName(fields.bytes, fields.nameStart, fields.nameEnd));
    checkPath(path);
    const apply = operator.read(fields.raw(), path);
    changes.push({ path, apply, creates: operator.creates, onlyOnInsert: name === '$setOnInsert' });
  }
}

/** Changes are made in the order of their paths, and no two may touch the same place. */
function inOrder(changes: Change[]): Change[] {
  changes.sort((a, b) => (a.path.text < b.path.text ? -1 : a.path.text > b.path.text ? 1 : 0));
  const paths = new Set<string>();
  for (const { path } of changes) {
    if (paths.has(path.text)) throw conflict(path.text, path.text);
    paths.add(path.text);
  }
  for (const { path } of changes) {
    for (let end = path.text.lastIndexOf('.'); end > 0; end = path.text.lastIndexOf('.', end - 1)) {
      const outer = path.text.slice(0, end);
      if (paths.has(outer)) throw conflict(path.text, outer);
    }
  }
  return changes;
}

const conflict = (path: string, at: string) =>
  new CommandError(40, `Updating the path '${path}' would create a conflict at '${at}'`);
