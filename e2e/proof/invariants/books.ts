import type { Invariant } from '../checker/model.js';
import { firstWrong, isSold, ordersOf } from './orders.js';

export const bookInvariants: readonly Invariant[] = [
  {
    name: 'L2',
    sentence: 'All accounts sum to zero in each currency.',
    when: 'always',
    of: ['finance'],
    wrong({ finance }) {
      const sums: Record<string, number> = {};
      for (const [account, amount = 0] of Object.entries(finance.balances)) {
        const currency = account.slice(-3);
        sums[currency] = (sums[currency] ?? 0) + amount;
      }
      const off = Object.entries(sums).find(([, sum]) => sum !== 0);
      return off ? `${off[0]} is off by ${off[1]}` : null;
    },
  },
  {
    name: 'L7',
    sentence: 'An order has one sale at most, and one reversal of it.',
    when: 'always',
    of: ['finance'],
    wrong({ finance }) {
      const twice = Object.entries(finance.journals).find(
        ([kind, times]) => times > 1 && !kind.startsWith('suspense') && !kind.startsWith('capture'),
      );
      return twice ? `${twice[0]} was booked ${twice[1]} times` : null;
    },
  },
  {
    name: 'L7',
    sentence: 'Every sale has its journal, and every refund of one its reversal.',
    when: 'at rest',
    of: ['finance', 'order'],
    wrong: ({ finance, order }) =>
      firstWrong(ordersOf(order), (one) => {
        const { orderId } = one.facts;
        const undone = one.progress.state === 'refunded' && one.progress.refund?.wasPaid;
        const sale = finance.journals[`sale ${orderId}`] ?? 0;
        const reversal = finance.journals[`sale-reversal ${orderId}`] ?? 0;
        if (sale !== (isSold(one) || undone ? 1 : 0)) return `and has ${sale} sales in the books`;
        return reversal === (undone ? 1 : 0) ? null : `and has ${reversal} reversals in the books`;
      }),
  },
  {
    name: 'P3',
    sentence:
      'What the books have at the bank is what the bank has, and nothing is left on deposit or in suspense.',
    when: 'at rest',
    of: ['finance', 'bank'],
    wrong({ finance, bank }) {
      for (const account of ['customer-deposits', 'suspense'] as const)
        for (const currency of ['USD', 'CNY'] as const) {
          const left = finance.balances[`${account} ${currency}`] ?? 0;
          if (left !== 0) return `${account} has ${left} ${currency} left`;
        }
      for (const currency of ['USD', 'CNY'] as const) {
        const there = Object.values(bank.charges)
          .filter(({ taken }) => taken?.currency === currency)
          .reduce((sum, { taken, fee, refunded }) => sum + (taken?.minor ?? 0) - fee - refunded, 0);
        const here = finance.balances[`bank-clearing ${currency}`] ?? 0;
        if (there !== here) return `The bank has ${there} ${currency} of ours, the books say ${here}`;
      }
      return null;
    },
  },
];
