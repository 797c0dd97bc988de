import type { Check, Difference, OrderFile } from '../../difference.js';
import { checkBank } from './check-bank.js';
import { checkBooks, checkReversal } from './check-books.js';
import { checkBenefits, checkHolds, checkStock } from './check-holds.js';
import { checkCaptures, checkHistory, checkPayment, checkPrice, checkTransitions } from './check-order.js';
import { checkPoints } from './check-points.js';
import { checkOwner, checkView } from './check-view.js';

const CHECKS: readonly Check[] = [
  checkHistory,
  checkTransitions,
  checkPrice,
  checkPayment,
  checkCaptures,
  checkBank,
  checkHolds,
  checkBenefits,
  checkStock,
  checkBooks,
  checkReversal,
  checkPoints,
  checkView,
  checkOwner,
];

/** An order that changed a moment ago is still moving through the house. */
export const isMoving = ({ order }: OrderFile, graceSeconds: number): boolean =>
  order !== null && order.restSeconds < graceSeconds;

/** Everything that the owners of one order say differently. */
export const judge = (file: OrderFile, graceSeconds: number): Difference[] =>
  isMoving(file, graceSeconds) ? [] : CHECKS.flatMap((check) => check(file, graceSeconds));
