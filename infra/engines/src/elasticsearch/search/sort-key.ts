import type { Json } from '../json.js';
import { isNumeric, type NumericField } from '../mapping/field.js';
import { valueInterval } from '../query/field-value.js';
import type { Scope } from '../query/scope.js';
import { compareText } from '../sorted-text.js';
import type { SortBy } from './sort.js';
import type { SortValue } from './sort-value.js';

/** One condition of an order, ready to be asked. */
export interface SortKey {
  /** The field, where its values are numbers. */
  readonly field: NumericField | undefined;
  value(doc: number, score: number): SortValue;
  /** Negative if the first stands before the second. */
  compare(left: SortValue, right: SortValue): number;
}

/** Binds a sort condition to the index; refuses fields that cannot be sorted by. */
export function sortKey(scope: Scope, by: SortBy): SortKey {
  if (by.name === '_score')
    return { field: undefined, value: (_, score) => score, compare: numbers(by.descending) };
  if (by.name === '_doc') return { field: undefined, value: (doc) => doc, compare: numbers(by.descending) };
  if (by.name === '_id')
    throw scope.refuse(
      'Fielddata access on the _id field is disallowed, you can re-enable it by updating the dynamic cluster setting: indices.id_field_data.enabled',
      'illegal_argument_exception',
    );
  const field = scope.field(by.name);
  if (!field && by.unmappedType === undefined)
    throw scope.refuse(`No mapping found for [${by.name}] in order to sort on`);
  if (field && (field.kind === 'text' || field.kind === 'completion' || !field.indexed))
    throw scope.refuseFielddata(by.name);
  if (field?.nestedPath)
    throw scope.refuse(
      `[sort] by the nested field [${by.name}] is not answered by the Elasticsearch stand-in`,
      'illegal_argument_exception',
    );
  if (field && isNumeric(field)) return numericKey(scope, field, by);
  return keywordKey(scope, by);
}

const takesGreatest = (by: SortBy) => (by.mode ?? (by.descending ? 'max' : 'min')) === 'max';
const sign = (descending: boolean) => (descending ? -1 : 1);
const numbers = (descending: boolean) => (left: SortValue, right: SortValue) =>
  left === right ? 0 : sign(descending) * (Number(left) < Number(right) ? -1 : 1);

function numericKey(scope: Scope, field: NumericField, by: SortBy): SortKey {
  const column = scope.space.columns.get(field.name);
  const greatest = takesGreatest(by);
  const missing = missingNumber(scope, field, by);
  return {
    field,
    value: (doc) => {
      const found = greatest ? column?.greatest(doc) : column?.least(doc);
      return found === undefined || Number.isNaN(found) ? missing : found;
    },
    compare: numbers(by.descending),
  };
}

function missingNumber(scope: Scope, field: NumericField, { missing, descending }: SortBy): number {
  if (missing === '_last' || missing === '_first')
    return (missing === '_last') === descending ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return valueInterval(scope, field, missing).low;
}

function keywordKey(scope: Scope, by: SortBy): SortKey {
  const index = scope.space.keywords.get(by.name);
  const greatest = takesGreatest(by);
  const substitute = missingText(by.missing);
  const missingRank = by.missing === '_first' ? -1 : 1;
  return {
    field: undefined,
    value: (doc) => {
      const texts = index?.texts(doc) ?? [];
      const [first] = texts;
      if (first === undefined) return substitute;
      return texts.length === 1 ? first : ([...texts].sort(compareText).at(greatest ? -1 : 0) ?? substitute);
    },
    compare: (left, right) => {
      if (left === null || right === null)
        return left === right ? 0 : left === null ? missingRank : -missingRank;
      return sign(by.descending) * compareText(String(left), String(right));
    },
  };
}

const missingText = (missing: Json): string | null =>
  missing === '_last' || missing === '_first' || missing === null ? null : String(missing);
