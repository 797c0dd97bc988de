import { deserialize, serialize } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from './check.js';
import { decodeDoc } from './decode.js';
import { Draft } from './draft.js';
import { encodeDoc, encodeValue } from './encode.js';
import { fieldOf } from './find-field.js';
import { fieldName } from './names.js';

const leaf = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const name = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 })
  .filter((text) => text !== '__proto__');
const document = fc.dictionary(
  name,
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    ),
  })).value,
  { maxKeys: 8 },
);
const bytesOf = (doc: unknown) => Buffer.from(serialize(doc as object));

describe('documents', () => {
  it('come out of memory as they went in, byte for byte', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const bytes = bytesOf(doc);
        checkDocument(bytes);
        expect(encodeDoc(decodeDoc(bytes)).equals(bytes)).toBe(true);
        expect(new Draft(bytes).toBytes().equals(bytes)).toBe(true);
      }),
    );
  });

  it('keep everything but the field that a draft changes', () => {
    fc.assert(
      fc.property(document, name, leaf, (doc, field, value) => {
        const draft = new Draft(bytesOf(doc));
        const at = draft.find(fieldName(field));
        const raw = encodeValue(decodeDoc(bytesOf({ value })).value);
        if (at < 0) draft.append(fieldName(field), raw);
        else draft.replace(at, raw);
        const changed = draft.toBytes();
        expect(deserialize(changed)).toEqual(deserialize(bytesOf({ ...doc, [field]: value })));
        expect(fieldOf(changed, 0, fieldName(field))?.type).toBe(raw.type);
      }),
    );
  });

  it('that are cut or false are refused, never read beyond', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(255), (doc, where, byte) => {
        const bytes = bytesOf(doc);
        const broken = Buffer.from(bytes);
        broken[where % bytes.length] = byte;
        for (const bad of [bytes.subarray(0, where % bytes.length), broken]) {
          try {
            checkDocument(bad);
            decodeDoc(bad);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        }
      }),
    );
  });

  it('nested in other drafts are written whole', () => {
    const draft = new Draft(bytesOf({ a: { b: [1, { c: 2 }] }, d: 1 }));
    const list = draft.childAt(0).childAt(0);
    list.childAt(1).replace(0, encodeValue('new'));
    list.append(fieldName(''), encodeValue(3));
    draft.toFront(1);
    expect(decodeDoc(draft.toBytes())).toEqual({ d: 1, a: { b: [1, { c: 'new' }, 3] } });
  });
});
