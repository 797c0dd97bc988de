import type { Check, Difference, OrderFile } from '../../difference.js';
import { checkBank } from './check-bank.js';
import { checkBooks } from './check-books.js';
import { checkHolds, checkStock } from './check-holds.js';
import { checkHistory, checkPayment } from './check-order.js';
import { checkPoints } from './check-points.js';
import { checkView } from './check-view.js';

const CHECKS: readonly Check[] = [
  checkHistory,
  checkPayment,
  checkBank,
  checkHolds,
  checkStock,
  checkBooks,
  checkPoints,
  checkView,
];

/** An order that changed a moment ago is still moving through the house. */
export const isMoving = ({ order }: OrderFile, graceSeconds: number): boolean =>
  order !== null && order.restSeconds < graceSeconds;

/** Everything that the owners of one order say differently. */
export const judge = (file: OrderFile, graceSeconds: number): Difference[] =>
  isMoving(file, graceSeconds) ? [] : CHECKS.flatMap((check) => check(file, graceSeconds));
