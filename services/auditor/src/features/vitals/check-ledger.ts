import type { FinanceVitals } from '@evenkeel/contracts';
import { CURRENCIES } from '@evenkeel/kernel';
import { foreach, unlessEqual, unlessNone, type Violation } from '../../violation.js';

/** Accounts that hold what we owe: a credit, so never above zero. */
const GUARDED = ['customer-deposits'];

/** L1 to L3, L5 and L6: each journal balances, so do all together, and no entry is without its journal, or there twice. */
export function checkLedger({ unbalanced, balances, unbooked, repeated }: FinanceVitals): Violation[] {
  const sumOf = (currency: string) =>
    balances.filter((row) => row.currency === currency).reduce((sum, { balance }) => sum + balance, 0);
  const overdrawn = balances.filter(({ account, balance }) => GUARDED.includes(account) && balance > 0);
  return [
    ...unlessNone('L3', unbooked, 'entries that are in no balance'),
    ...foreach('L5', repeated, (event) => `event ${event} was booked twice`),
    ...foreach(
      'L6',
      overdrawn.map(({ account, currency }) => `${account} in ${currency}`),
      (account) => `${account} was given more than it had`,
    ),
    ...foreach('L1', unbalanced, (journal) => `journal ${journal} does not balance`),
    ...CURRENCIES.flatMap((currency) =>
      unlessEqual('L2', [`the sum of all accounts in ${currency}`, sumOf(currency)], ['it must be', 0]),
    ),
  ];
}
