import { documentParsing, ElasticError, notAnswered, strictDynamicMapping } from '../errors.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import type { Field, LeafNode, Mapping, ObjectNode } from './field.js';
import { type FieldValue, fieldValues } from './field-values.js';

/** A document cut up for the index: the values of each field, and the same for each nested object below its path. */
export interface ReadDocument {
  readonly values: Map<string, FieldValue[]>;
  readonly nested: Map<string, ReadDocument[]>;
}

const empty = (): ReadDocument => ({ values: new Map(), nested: new Map() });

/** Reads a source by its mapping; throws what the original says of a document that does not fit. */
export function readDocument(mapping: Mapping, source: JsonObject): ReadDocument {
  return read(mapping, source, (error) => {
    throw error;
  });
}

/**
 * Reads a document that was accepted before. The mapping may have grown since, by a field that the document happens to
 * have, and have it wrong: such a value is passed over.
 */
export const readAccepted = (mapping: Mapping, source: JsonObject): ReadDocument =>
  read(mapping, source, () => undefined);

function read(mapping: Mapping, source: JsonObject, misfit: Misfit): ReadDocument {
  const document = empty();
  new DocumentReader(misfit).object(mapping.root, source, document);
  return document;
}

type Misfit = (error: ElasticError) => void;

class DocumentReader {
  private readonly misfit: Misfit;

  constructor(misfit: Misfit) {
    this.misfit = misfit;
  }

  object(node: ObjectNode, source: JsonObject, into: ReadDocument): void {
    if (!node.enabled) return;
    for (const [key, value] of Object.entries(source)) {
      const child = node.children.get(key);
      if (key.includes('.')) this.misfit(notAnswered(`a field name with a dot ([${key}]) in a document`));
      else if (!child) this.unmapped(node, key);
      else if (child.kind === 'leaf') this.leaf(child, value, into);
      else this.objects(child, value, into);
    }
  }

  private unmapped(node: ObjectNode, key: string): void {
    if (node.dynamic === 'true')
      this.misfit(notAnswered(`dynamic mapping (field [${key}] is not in the mapping)`));
    if (node.dynamic !== 'strict') return;
    const place = node.path || '_doc';
    this.misfit(
      strictDynamicMapping(
        `mapping set to strict, dynamic introduction of [${key}] within [${place}] is not allowed`,
      ),
    );
  }

  private objects(node: ObjectNode, value: Json, into: ReadDocument): void {
    if (value === null) return;
    if (Array.isArray(value)) for (const each of value) this.objects(node, each, into);
    else if (isObject(value)) this.nestOrMerge(node, value, into);
    else if (node.enabled)
      this.misfit(
        documentParsing(
          `object mapping for [${node.path}] tried to parse field [${node.path}] as object, but found a concrete value`,
        ),
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
      const read = this.values(field, value);
      if (read.length === 0 || !field.indexed) continue;
      const before = into.values.get(field.name);
      if (before) before.push(...read);
      else into.values.set(field.name, read);
    }
  }

  private values(field: Field, value: Json): FieldValue[] {
    try {
      return fieldValues(field, value);
    } catch (error) {
      if (!(error instanceof ElasticError)) throw error;
      this.misfit(error);
      return [];
    }
  }
}
