import { BSONRegExp } from 'bson';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { badValue } from '../errors.js';
import { anyValue, type Path, type Test } from './paths.js';
import { matches, patternTest } from './patterns.js';
import { DocSource, type Matcher, type Source } from './source.js';
import { compares, equals, isIn } from './tests.js';
import { hasSize, hasType, leavesRest } from './value-tests.js';

/**
 * One thing asked of a path. `expand`: elements of an array are tried too; `negated`: no value may pass. `$not`
 * turns around what its operators say of the path as a whole, which is not the same as negating each test.
 */
type Condition = { test: Test; expand: boolean; negated: boolean } | { not: Condition[] };

const plain = (test: Test): Condition => ({ test, expand: true, negated: false });
const whole = (test: Test): Condition => ({ test, expand: false, negated: false });
const never = (test: Test): Condition => ({ test, expand: true, negated: true });

/** Whether a filter's value is a document of operators (`{$gt: 5}`) and not a value to equal. */
export const isOperators = (value: Value): value is Doc =>
  isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);

type CompileFilter = (filter: Doc) => Matcher;

/** Where conditions stand: the path they are about, and how the filter inside an `$elemMatch` is read. */
interface Place {
  path: Path;
  compileFilter: CompileFilter;
}

/** What a filter says of one path: a value to equal, a pattern, or operators that must all hold. */
export function compileCondition(path: Path, value: Value, compileFilter: CompileFilter): Matcher[] {
  return conditionsOf({ path, compileFilter }, value).map(
    (condition) => (source: Source) => holds(condition, source, path),
  );
}

function holds(condition: Condition, source: Source, path: Path): boolean {
  if ('not' in condition) return !condition.not.every((inner) => holds(inner, source, path));
  return anyValue(source, path, condition.expand, condition.test) !== condition.negated;
}

/** The same for one element of an array, as `$elemMatch` tries it. */
function holdsFor(condition: Condition, value: Value): boolean {
  if ('not' in condition) return !condition.not.every((inner) => holdsFor(inner, value));
  return condition.test(value) !== condition.negated;
}

function conditionsOf(place: Place, value: Value): Condition[] {
  if (value instanceof BSONRegExp) return [plain(matches(value))];
  if (!isOperators(value)) return [plain(equals(value))];
  return Object.entries(value).flatMap(([operator, operand]) =>
    conditionOf(place, { operator, operand, all: value }),
  );
}

function conditionOf(
  place: Place,
  { operator, operand, all }: { operator: string; operand: Value; all: Doc },
): Condition | Condition[] {
  switch (operator) {
    case '$eq':
      return plain(equals(operand));
    case '$ne':
      if (operand instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
      return never(equals(operand));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return plain(compares(operator, operand, place.path.text));
    case '$in':
      return plain(isIn(list(operator, operand)));
    case '$nin':
      return never(isIn(list(operator, operand)));
    case '$exists':
      return { test: (value) => value !== undefined, expand: false, negated: !isTrue(operand) };
    case '$type':
      return plain(hasType(operand));
    case '$size':
      return whole(hasSize(operand));
    case '$mod':
      return plain(leavesRest(operand));
    case '$regex':
      return plain(regex(operand, all.$options));
    case '$options':
      if (!('$regex' in all)) throw badValue('$options needs a $regex');
      return [];
    case '$all':
      return everyOne(place, list(operator, operand));
    case '$elemMatch':
      return whole(elemMatch(place, operand));
    case '$not':
      return { not: not(place, operand) };
    default:
      throw badValue(`unknown operator: ${operator}`);
  }
}

const isTrue = (value: Value) => value !== false && value !== null && Number(value ?? 0) !== 0;

function list(operator: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  for (const value of operand)
    if (isOperators(value) && operator !== '$all') throw badValue(`cannot nest $ under ${operator}`);
  return operand;
}

function regex(operand: Value, options: Value): Test {
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  if (typeof operand === 'string') return patternTest(operand, options ?? '');
  if (!(operand instanceof BSONRegExp)) throw badValue('$regex has to be a string');
  return patternTest(operand.pattern, options ?? operand.options);
}

function everyOne(place: Place, operands: Value[]): Condition[] {
  if (operands.length === 0) return [whole(() => false)];
  return operands.flatMap((operand) => {
    if (!isOperators(operand)) return conditionsOf(place, operand);
    if (Object.keys(operand)[0] !== '$elemMatch') throw badValue('no $ expressions in $all');
    return [whole(elemMatch(place, operand.$elemMatch))];
  });
}

/** All conditions on one and the same element of an array. */
function elemMatch(place: Place, operand: Value): Test {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  if (isOperators(operand) && first !== '$and' && first !== '$or' && first !== '$nor') {
    const conditions = conditionsOf(place, operand);
    const fits = (element: Value) => conditions.every((condition) => holdsFor(condition, element));
    return (value) => Array.isArray(value) && value.some(fits);
  }
  const matcher = place.compileFilter(operand);
  return (value) =>
    Array.isArray(value) && value.some((element) => isDoc(element) && matcher(new DocSource(element)));
}

function not(place: Place, operand: Value): Condition[] {
  if (operand instanceof BSONRegExp) return [plain(matches(operand))];
  if (!isOperators(operand)) throw badValue('$not needs a regex or a document');
  return conditionsOf(place, operand);
}
