import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Value } from '../bson/values.js';
import { compareValues } from '../order/compare.js';
import { KeyWriter } from '../order/key-writer.js';
import { rankOf } from '../order/rank.js';
import { intersect, inverted, pointOf, rangeOf } from './intervals.js';

const value = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom<Value>(-0.5, 1e16, '', 'a', 'a\0', 'b', '\u00ff', true, false, new Date(0), new Date(255)),
);
const operator = fc.constantFrom('$gt', '$gte', '$lt', '$lte');
const writer = new KeyWriter();

/** The key of a value in a field, with more behind it, as it stands in an index. */
function keyIn(descending: boolean, v: Value): string {
  writer.start().value(v);
  if (descending) writer.invert(0);
  writer.sequence(0xffff_ffff_ffff);
  return writer.finish();
}

const holds = (op: string, order: number) =>
  op === '$gt' ? order > 0 : op === '$gte' ? order >= 0 : op === '$lt' ? order < 0 : order <= 0;

it('holds just the values for which the comparison does, upwards and downwards', () => {
  fc.assert(
    fc.property(operator, value, value, fc.boolean(), (op, operand, v, descending) => {
      const range = rangeOf(op, operand);
      if (range === undefined) throw new Error('every one of these can be searched for');
      const { low, high } = descending ? inverted(range) : range;
      const key = keyIn(descending, v);
      const wanted = rankOf(v) === rankOf(operand) && holds(op, compareValues(v, operand));
      expect(key >= low && key < high).toBe(wanted);
    }),
  );
});

it('holds just one value in a point, also as the beginning of a longer key', () => {
  fc.assert(
    fc.property(value, value, fc.boolean(), (operand, v, descending) => {
      const point = pointOf(operand);
      if (point === undefined) throw new Error('every one of these can be searched for');
      const { low, high } = descending ? inverted(point) : point;
      const key = keyIn(descending, v);
      expect(key >= low && key < high).toBe(compareValues(v, operand) === 0);
      expect(key.startsWith(low)).toBe(compareValues(v, operand) === 0);
    }),
  );
});

it('holds in an intersection what is in both', () => {
  fc.assert(
    fc.property(operator, value, operator, value, value, (op1, a, op2, b, v) => {
      const [x, y] = [rangeOf(op1, a), rangeOf(op2, b)];
      if (x === undefined || y === undefined) throw new Error('every one of these can be searched for');
      const key = keyIn(false, v);
      const isIn = ({ low, high }: { low: string; high: string }) => key >= low && key < high;
      expect(intersect([x], [y]).some(isIn)).toBe(isIn(x) && isIn(y));
    }),
  );
});
