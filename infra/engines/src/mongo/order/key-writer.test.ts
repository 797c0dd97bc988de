import { Binary, BSONRegExp, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../bson/values.js';
import { compareValues, keyOf } from './compare.js';
import { KeyWriter } from './key-writer.js';

/** Values in the order that the original documents, lowest first; those in one list are equal. */
const LADDER: Value[][] = [
  [new MinKey()],
  [undefined],
  [null],
  [Number.NaN],
  [Number.NEGATIVE_INFINITY],
  [Long.fromString('-9223372036854775808')],
  [-1e15],
  [-1.5],
  [-1, new Double(-1), Long.fromNumber(-1)],
  [0, new Double(-0), Long.ZERO],
  [5e-324],
  [5, new Double(5), Long.fromNumber(5)],
  [Long.fromString('9007199254740992'), new Double(2 ** 53)],
  [Long.fromString('9007199254740993')],
  [Long.fromString('9007199254740994')],
  [Long.fromString('9223372036854775807')],
  [1e300],
  [Number.POSITIVE_INFINITY],
  [''],
  ['\0'],
  ['a'],
  ['a\0'],
  ['a\0b'],
  ['ab'],
  ['中'],
  ['\uff08'],
  ['😀'],
  [{}],
  [{ a: 1 }],
  [{ a: 1, b: 1 }],
  [{ a: 2 }],
  [{ b: 1 }],
  [{ a: 'x' }],
  [[]],
  [[1]],
  [[1, 0]],
  [[2]],
  [[[]]],
  [new Binary(Buffer.from([9]), 0)],
  [new Binary(Buffer.from([9]), 4)],
  [new Binary(Buffer.from([0, 0]), 0)],
  [new ObjectId('000000000000000000000001')],
  [new ObjectId('ff0000000000000000000000')],
  [false],
  [true],
  [new Date(-5)],
  [new Date(0)],
  [new Timestamp({ t: 1, i: 2 })],
  [new Timestamp({ t: 2, i: 1 })],
  [new BSONRegExp('a', '')],
  [new BSONRegExp('a', 'i')],
  [new MaxKey()],
];

const steps = LADDER.flatMap((equals, step) => equals.map((value) => ({ step, value })));

describe('keys', () => {
  it('are in BSON order over all types', () => {
    for (const a of steps) {
      for (const b of steps) {
        const wanted = Math.sign(a.step - b.step);
        const [left, right] = [keyOf(a.value), keyOf(b.value)];
        expect(left < right ? -1 : left > right ? 1 : 0, `${String(a.value)} and ${String(b.value)}`).toBe(
          wanted,
        );
        expect(Math.sign(compareValues(a.value, b.value))).toBe(wanted);
      }
    }
  });

  it('turned around are in the opposite order, and two behind each other compare in turn', () => {
    const rung = fc.constantFrom(...steps);
    const writer = new KeyWriter();
    const pair = (a: Value, b: Value) => {
      writer.start().value(a);
      const at = writer.position;
      writer.value(b);
      writer.invert(at);
      return writer.finish();
    };
    fc.assert(
      fc.property(rung, rung, rung, rung, (a, b, c, d) => {
        const [left, right] = [pair(a.value, b.value), pair(c.value, d.value)];
        const wanted = Math.sign(a.step - c.step || d.step - b.step);
        expect(left < right ? -1 : left > right ? 1 : 0).toBe(wanted);
      }),
    );
  });

  it('order texts by their UTF-8 bytes and numbers by their size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareValues(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    const whole = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const order = compareValues(Long.fromBigInt(a), Long.fromBigInt(b));
        expect(Math.sign(order)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});
