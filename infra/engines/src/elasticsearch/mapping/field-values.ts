import { documentParsing, type ElasticError } from '../errors.js';
import type { Json } from '../json.js';
import { type CompletionEntry, readCompletion } from './completion-entry.js';
import { readDate } from './dates.js';
import { type Field, typeOf } from './field.js';
import { toNumber } from './numbers.js';

/** What the index keeps of one value of a field. */
export type FieldValue = string | number | CompletionEntry;

/** The values a field takes from a JSON value; throws document_parsing_exception for one that does not fit. */
export function fieldValues(field: Field, value: Json): FieldValue[] {
  switch (field.kind) {
    case 'text':
      return [textOf(field, value)];
    case 'keyword': {
      const text = textOf(field, value);
      return text.length > field.ignoreAbove ? [] : [field.normalize(text)];
    }
    case 'number': {
      const number = toNumber(field, value);
      if (typeof number !== 'number') throw wrong(field, value, number.wrong);
      return [number];
    }
    case 'boolean':
      if (value === true || value === 'true') return [1];
      if (value === false || value === 'false' || value === '') return [0];
      throw wrong(
        field,
        value,
        `Failed to parse value [${JSON.stringify(value)}] as only [true] or [false] are allowed.`,
      );
    case 'date': {
      const date = readDate(value);
      if (!date) throw wrong(field, value, 'not a date of format [strict_date_optional_time||epoch_millis]');
      return [date.first];
    }
    case 'completion':
      return readCompletion(field.name, value);
  }
}

function textOf(field: Field, value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw wrong(field, value, 'expected text but found an object');
}

function wrong(field: Field, value: Json, why: string): ElasticError {
  const preview = typeof value === 'string' ? value : JSON.stringify(value);
  return documentParsing(
    `failed to parse field [${field.name}] of type [${typeOf(field)}]. Preview of field's value: '${preview}'`,
    { caused_by: { type: 'illegal_argument_exception', reason: why } },
  );
}
