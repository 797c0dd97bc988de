import { documentParsing, type ElasticError, notAnswered, strictDynamicMapping } from '../errors.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import { type CompletionEntry, readCompletion } from './completion-entry.js';
import { readDate } from './dates.js';
import { type Field, type LeafNode, type Mapping, type ObjectNode, typeOf } from './field.js';
import { toNumber } from './numbers.js';

export type FieldValue = string | number | CompletionEntry;

/** A document cut up for the index: the values of each field, and the same for each nested object below its path. */
export interface ReadDocument {
  readonly values: Map<string, FieldValue[]>;
  readonly nested: Map<string, ReadDocument[]>;
}

const empty = (): ReadDocument => ({ values: new Map(), nested: new Map() });

/** Reads a source by its mapping; throws what the original says of a document that does not fit. */
export function readDocument(mapping: Mapping, source: JsonObject, id: string): ReadDocument {
  const document = empty();
  new DocumentReader(id).object(mapping.root, source, document);
  return document;
}

class DocumentReader {
  private readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  object(node: ObjectNode, source: JsonObject, into: ReadDocument): void {
    if (!node.enabled) return;
    for (const [key, value] of Object.entries(source)) {
      if (key.includes('.')) throw notAnswered(`a field name with a dot ([${key}]) in a document`);
      const child = node.children.get(key);
      if (!child) this.unmapped(node, key);
      else if (child.kind === 'leaf') this.leaf(child, value, into);
      else this.objects(child, value, into);
    }
  }

  private unmapped(node: ObjectNode, key: string): void {
    if (node.dynamic === 'false') return;
    if (node.dynamic === 'true') throw notAnswered(`dynamic mapping (field [${key}] is not in the mapping)`);
    throw documentStrict(key, node.path || '_doc');
  }

  private objects(node: ObjectNode, value: Json, into: ReadDocument): void {
    if (value === null) return;
    if (Array.isArray(value)) {
      for (const each of value) this.objects(node, each, into);
      return;
    }
    if (isObject(value)) this.nestOrMerge(node, value, into);
    else if (node.enabled)
      throw documentParsing(
        `object mapping for [${node.path}] tried to parse field [${node.path}] as object, but found a concrete value`,
      );
  }

  /** A nested object becomes a document of its own; any other only lends its name to the fields inside. */
  private nestOrMerge(node: ObjectNode, value: JsonObject, into: ReadDocument): void {
    const inner = node.nested ? empty() : into;
    this.object(node, value, inner);
    if (!node.nested) return;
    const siblings = into.nested.get(node.path);
    if (siblings) siblings.push(inner);
    else into.nested.set(node.path, [inner]);
  }

  private leaf(node: LeafNode, value: Json, into: ReadDocument): void {
    if (value === null) return;
    const [main] = node.fields;
    if (Array.isArray(value) && main?.kind !== 'completion') {
      for (const each of value) this.leaf(node, each, into);
      return;
    }
    for (const field of node.fields) {
      const read = this.value(field, value);
      if (read.length === 0 || !field.indexed) continue;
      const before = into.values.get(field.name);
      if (before) before.push(...read);
      else into.values.set(field.name, read);
    }
  }

  private value(field: Field, value: Json): FieldValue[] {
    switch (field.kind) {
      case 'text':
        return [this.text(field, value)];
      case 'keyword': {
        const text = this.text(field, value);
        return text.length > field.ignoreAbove ? [] : [field.normalize(text)];
      }
      case 'number': {
        const number = toNumber(field, value);
        if (typeof number !== 'number') throw this.wrong(field, value, number.wrong);
        return [number];
      }
      case 'boolean':
        if (value === true || value === 'true') return [1];
        if (value === false || value === 'false' || value === '') return [0];
        throw this.wrong(
          field,
          value,
          `Failed to parse value [${JSON.stringify(value)}] as only [true] or [false] are allowed.`,
        );
      case 'date': {
        const date = readDate(value);
        if (!date)
          throw this.wrong(field, value, 'not a date of format [strict_date_optional_time||epoch_millis]');
        return [date.first];
      }
      case 'completion':
        return readCompletion(field.name, value);
    }
  }

  private text(field: Field, value: Json): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw this.wrong(field, value, 'expected text but found an object');
  }

  private wrong(field: Field, value: Json, why: string): ElasticError {
    const preview = typeof value === 'string' ? value : JSON.stringify(value);
    return documentParsing(
      `failed to parse field [${field.name}] of type [${typeOf(field)}] in document with id '${this.id}'. Preview of field's value: '${preview}'`,
      { caused_by: { type: 'illegal_argument_exception', reason: why } },
    );
  }
}

const documentStrict = (key: string, path: string): ElasticError =>
  strictDynamicMapping(
    `mapping set to strict, dynamic introduction of [${key}] within [${path}] is not allowed`,
  );
