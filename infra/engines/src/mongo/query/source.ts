import { decodeDoc, decodeRaw } from '../bson/decode.js';
import { fieldOf } from '../bson/find-field.js';
import type { FieldName } from '../bson/names.js';
import type { Doc, Value } from '../bson/values.js';

/** A document as queries and expressions read it: one top-level field at a time. */
export interface Source {
  get(name: FieldName): Value;
  /** The whole document. It may be shared: whoever changes it copies it first. */
  doc(): Doc;
}

export type Matcher = (source: Source) => boolean;

/** A stored document; only the fields that are asked for are decoded. */
export class RawSource implements Source {
  bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get(name: FieldName): Value {
    const raw = fieldOf(this.bytes, 0, name);
    return raw === undefined ? undefined : decodeRaw(raw);
  }

  doc(): Doc {
    return decodeDoc(this.bytes);
  }
}

export class DocSource implements Source {
  private readonly fields: Doc;

  constructor(fields: Doc) {
    this.fields = fields;
  }

  get(name: FieldName): Value {
    return ownField(this.fields, name.text);
  }

  doc(): Doc {
    return this.fields;
  }
}

/** A field of a document, never something inherited from Object. */
export const ownField = (doc: Doc, name: string): Value => (Object.hasOwn(doc, name) ? doc[name] : undefined);
