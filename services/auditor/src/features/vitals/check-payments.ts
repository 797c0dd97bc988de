import type { PaymentVitals } from '@evenkeel/contracts';
import { foreach, type Violation } from '../../violation.js';

/** P2 and P4 over attempts and refunds. */
export const checkPayments = ({ undecided, overRefunded }: PaymentVitals): Violation[] => [
  ...foreach('P2', overRefunded, (attempt) => `more went back of attempt ${attempt} than it took`),
  ...foreach('P4', undecided, (id) => `the bank has not decided ${id} for five minutes`),
];
