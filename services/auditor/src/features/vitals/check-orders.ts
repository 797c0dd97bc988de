import type { OrderVitals } from '@evenkeel/contracts';
import { foreach, type Violation } from '../../violation.js';

/** O3: nobody looks after these orders. */
export const checkOrders = ({ stuck }: OrderVitals): Violation[] =>
  foreach('O3', stuck, (order) => `order ${order} waits past its deadline`);
