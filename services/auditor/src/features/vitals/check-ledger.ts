import type { FinanceVitals } from '@evenkeel/contracts';
import { CURRENCIES } from '@evenkeel/kernel';
import { foreach, unlessEqual, type Violation } from '../../violation.js';

/** L1 and L2: each journal balances, and so do all together. */
export function checkLedger({ unbalanced, balances }: FinanceVitals): Violation[] {
  const sumOf = (currency: string) =>
    balances.filter((row) => row.currency === currency).reduce((sum, { balance }) => sum + balance, 0);
  return [
    ...foreach('L1', unbalanced, (journal) => `journal ${journal} does not balance`),
    ...CURRENCIES.flatMap((currency) =>
      unlessEqual('L2', [`the sum of all accounts in ${currency}`, sumOf(currency)], ['it must be', 0]),
    ),
  ];
}
