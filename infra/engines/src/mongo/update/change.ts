import { decodeRaw } from '../bson/decode.js';
import type { Draft } from '../bson/draft.js';
import { encodeValue } from '../bson/encode.js';
import type { FieldName } from '../bson/names.js';
import type { Raw } from '../bson/raw.js';
import { show } from '../bson/show.js';
import { BsonType } from '../bson/types.js';
import { CommandError } from '../errors.js';
import { type Path, positionOf } from '../query/paths.js';

/** What an operator may need to know of the document it changes. */
interface ChangeContext {
  /** Its `_id` for messages, as text. */
  id: () => string;
  now: Date;
}

/** The new value of a field from its present one (undefined: not there); the same object means no change. */
export type Apply = (current: Raw | undefined, context: ChangeContext) => Raw | undefined;

/** An operator: whether it makes paths that are not there, and how it reads its argument for one path. */
export interface UpdateOperator {
  creates: boolean;
  read: (argument: Raw, path: Path) => Apply;
}

/** One operator's change of one path. */
export interface Change {
  path: Path;
  apply: Apply;
  /** Whether a path that is not there is made. */
  creates: boolean;
  onlyOnInsert: boolean;
}

const MOST_PADDING = 1_500_000;

const NULL: Raw = encodeValue(null);

/** Carries out a change in a draft. Throws, leaving the draft half changed: it is to be thrown away then. */
export function applyChange(draft: Draft, change: Change, context: ChangeContext): void {
  const { names } = change.path;
  let node = draft;
  for (let depth = 0; depth < names.length - 1; depth++) {
    const next = step(node, change, depth);
    if (next === undefined) return;
    node = next;
  }
  const name = names[names.length - 1] as FieldName;
  const at = find(node, name, change);
  if (at === undefined) return;
  const present = at < node.length && at >= 0;
  const current = present ? node.at(at) : undefined;
  const value = change.apply(current, context);
  if (value === current) return;
  if (value !== undefined) put(node, { at, name, value });
  else if (node.isArray) node.replace(at, NULL);
  else node.remove(at);
}

/** The draft one step down the path; undefined if there is nothing and nothing is to be made. */
function step(node: Draft, change: Change, depth: number): Draft | undefined {
  const name = change.path.names[depth] as FieldName;
  const at = find(node, name, change);
  if (at === undefined) return undefined;
  if (at >= 0 && at < node.length) {
    const type = node.typeAt(at);
    if (type === BsonType.object || type === BsonType.array) return node.childAt(at);
    if (!change.creates) return undefined;
    throw notViable(
      change.path.names[depth + 1] as FieldName,
      `{${name.text}: ${show(decodeRaw(node.at(at)))}}`,
    );
  }
  if (!change.creates) return undefined;
  if (node.isArray) pad(node, at);
  return node.appendDoc(name);
}

/** Where a name is in a document (-1: nowhere) or an array; undefined if it can be nowhere and need not. */
function find(node: Draft, name: FieldName, change: Change): number | undefined {
  if (!node.isArray) return node.find(name);
  const position = positionOf(name.text);
  if (position >= 0) return position;
  if (!change.creates) return undefined;
  throw notViable(name, `an array, in '${change.path.text}'`);
}

function put(node: Draft, { at, name, value }: { at: number; name: FieldName; value: Raw }): void {
  if (at >= 0 && at < node.length) {
    node.replace(at, value);
    return;
  }
  if (node.isArray) pad(node, at);
  node.append(name, value);
}

function pad(list: Draft, until: number): void {
  if (until - list.length > MOST_PADDING) {
    throw new CommandError(34, `can't backfill more than ${MOST_PADDING} elements`);
  }
  while (list.length < until) list.append(EMPTY_NAME, NULL);
}

const EMPTY_NAME: FieldName = { text: '', bytes: Buffer.alloc(0) };

const notViable = (name: FieldName, where: string) =>
  new CommandError(28, `Cannot create field '${name.text}' in element ${where}`);
