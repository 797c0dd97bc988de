import { compareValues } from '../../order/compare.js';
import { binary } from '../arguments.js';
import type { Operator } from '../evaluate.js';

/** Comparisons of expressions follow BSON order over all types: a number is above a field that is not there. */
const comparing = (name: string, holds: (order: number) => boolean): Operator =>
  binary(name, (a, b) => holds(compareValues(a, b)));

export const COMPARISONS: Record<string, Operator> = {
  $eq: comparing('$eq', (order) => order === 0),
  $ne: comparing('$ne', (order) => order !== 0),
  $gt: comparing('$gt', (order) => order > 0),
  $gte: comparing('$gte', (order) => order >= 0),
  $lt: comparing('$lt', (order) => order < 0),
  $lte: comparing('$lte', (order) => order <= 0),
  $cmp: binary('$cmp', (a, b) => Math.sign(compareValues(a, b))),
};
