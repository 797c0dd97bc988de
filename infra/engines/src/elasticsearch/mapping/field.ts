import type { Analyzer } from '../analysis/token.js';

interface FieldBase {
  /** Full path, such as `title.en.folded`. */
  readonly name: string;
  /** Path of the value in the source: of a multi-field, its parent's. */
  readonly sourcePath: string;
  /** The nested object it belongs to, if any. */
  readonly nestedPath: string | undefined;
  /** False for a field that is only kept, neither searched nor sorted. */
  readonly indexed: boolean;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly analyzer: Analyzer;
  readonly searchAnalyzer: Analyzer;
}
export interface KeywordField extends FieldBase {
  readonly kind: 'keyword';
  readonly ignoreAbove: number;
  readonly normalize: (value: string) => string;
}
export type NumberType = 'byte' | 'short' | 'integer' | 'long' | 'float' | 'double';
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly type: NumberType;
}
export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
}
export interface DateField extends FieldBase {
  readonly kind: 'date';
}
export interface CompletionField extends FieldBase {
  readonly kind: 'completion';
  readonly analyzer: Analyzer;
  readonly searchAnalyzer: Analyzer;
}

/** A field with a value of its own. */
export type Field = TextField | KeywordField | NumberField | BooleanField | DateField | CompletionField;
/** Fields whose values are numbers inside: dates as milliseconds, booleans as 0 and 1. */
export type NumericField = NumberField | BooleanField | DateField;

export const isNumeric = (field: Field): field is NumericField =>
  field.kind === 'number' || field.kind === 'boolean' || field.kind === 'date';

/** The type as the mapping names it. */
export const typeOf = (field: Field): string => (field.kind === 'number' ? field.type : field.kind);

export type Dynamic = 'strict' | 'false' | 'true';

/** An object of the mapping, with what it allows inside. */
export interface ObjectNode {
  readonly kind: 'object';
  readonly path: string;
  readonly nested: boolean;
  /** False: anything may stand here and nothing of it is indexed. */
  readonly enabled: boolean;
  readonly dynamic: Dynamic;
  readonly children: ReadonlyMap<string, ObjectNode | LeafNode>;
}
/** A value of the mapping: the field itself and its multi-fields, all fed with the same value. */
export interface LeafNode {
  readonly kind: 'leaf';
  readonly fields: readonly Field[];
}

/** A whole mapping: as it was written, as a tree for reading documents, and flat for finding fields. */
export interface Mapping {
  readonly root: ObjectNode;
  readonly fields: ReadonlyMap<string, Field>;
  readonly nestedPaths: ReadonlySet<string>;
}
