import { decodeRaw } from '../bson/decode.js';
import { fieldOf } from '../bson/find-field.js';
import type { FieldName } from '../bson/names.js';
import { isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { type Path, positionOf } from '../query/paths.js';
import { ownField } from '../query/source.js';

export interface IndexField {
  path: Path;
  descending: boolean;
}

/** The values of an index's fields in one document: one tuple, or several if an array is among them. */
interface IndexValues {
  tuples: Value[][];
  /** Which fields came out of an array. */
  multikey: boolean[];
}

/** One field on its way down its path. */
interface Walk {
  value: Value;
  names: readonly FieldName[];
  depth: number;
  /** Whether it came out of an array and has nothing more to follow: it is not taken apart once more. */
  element: boolean;
}

/** All tuples of a document. Two fields with different arrays cannot be in one index. */
export function indexValues(bytes: Buffer, fields: readonly IndexField[]): IndexValues {
  const tops = new Map<string, Value>();
  const walks = fields.map(({ path }): Walk => {
    const top = path.first.text;
    if (!tops.has(top)) {
      const raw = fieldOf(bytes, 0, path.first);
      tops.set(top, raw === undefined ? undefined : decodeRaw(raw));
    }
    return { value: tops.get(top), names: path.names, depth: 1, element: false };
  });
  const multikey = fields.map(() => false);
  return { tuples: expand(walks, multikey), multikey };
}

function expand(walks: Walk[], multikey: boolean[]): Value[][] {
  const reached = walks.map(descend);
  const atArray = reached.filter((walk) => isOpen(walk));
  const array = atArray[0]?.value;
  if (!Array.isArray(array)) return [reached.map((walk) => (walk.value === undefined ? null : walk.value))];
  if (atArray.some((walk) => walk.value !== array)) {
    throw new CommandError(171, 'cannot index parallel arrays');
  }
  reached.forEach((walk, i) => {
    if (isOpen(walk)) multikey[i] = true;
  });
  if (array.length === 0) return [reached.map((walk) => emptyValue(walk))];
  return array.flatMap((element) =>
    expand(
      reached.map((walk) => (isOpen(walk) ? enter(walk, element) : walk)),
      multikey,
    ),
  );
}

const isOpen = (walk: Walk) => Array.isArray(walk.value) && !walk.element;

/** An empty array is lower than null where the path ends, and null where it would go on. */
function emptyValue(walk: Walk): Value {
  if (!isOpen(walk)) return walk.value === undefined ? null : walk.value;
  return walk.depth === walk.names.length ? undefined : null;
}

function enter(walk: Walk, element: Value): Walk {
  const ended = walk.depth === walk.names.length;
  return { ...walk, value: ended || isDoc(element) ? element : null, element: ended };
}

/** Follows the path to its end, or to the first array that is not entered by position. */
function descend(walk: Walk): Walk {
  let { value, depth } = walk;
  for (; depth < walk.names.length; depth++) {
    const name = walk.names[depth]?.text ?? '';
    if (isDoc(value)) value = ownField(value, name);
    else if (!Array.isArray(value)) return { ...walk, value: null, depth: walk.names.length };
    else if (positionOf(name) >= 0) value = value[positionOf(name)];
    else break;
  }
  return { ...walk, value, depth };
}
