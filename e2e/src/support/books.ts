import type { Operator } from './operator.js';

/** What the ledger holds of one order. */
export interface Books {
  /** The kinds of its journals, sorted. */
  readonly kinds: readonly string[];
  /** The balance of each account over all of them; accounts that are even are left out. */
  readonly balances: Readonly<Record<string, number>>;
}

/** Adds up the journals of an order. Fails when one of them does not balance. */
export async function booksOf(ops: Operator, number: string): Promise<Books> {
  const journals = await ops.journals(number);
  const balances = new Map<string, number>();
  for (const { kind, entries } of journals) {
    const off = entries.reduce((sum, entry) => sum + entry.amount, 0);
    if (off !== 0) throw new Error(`The ${kind} of order ${number} is off by ${off}`);
    for (const { account, amount } of entries) balances.set(account, (balances.get(account) ?? 0) + amount);
  }
  return {
    kinds: journals.map(({ kind }) => kind).sort(),
    balances: Object.fromEntries([...balances].filter(([, balance]) => balance !== 0)),
  };
}

/** An order whose money went back whole leaves nothing but the fee that the bank keeps. */
export const onlyTheFee = ({ balances }: Books): boolean => {
  const { 'bank-fees': fee = 0, 'bank-clearing': clearing = 0, ...rest } = balances;
  return fee > 0 && clearing === -fee && Object.keys(rest).length === 0;
};
