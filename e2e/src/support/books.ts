import type { JournalSeen, Operator } from './operator.js';

/** What the ledger holds of one order. */
export interface Books {
  /** The kinds of its journals, sorted. */
  readonly kinds: readonly string[];
  /** The balance of each account over all of them; accounts that are even are left out. */
  readonly balances: Readonly<Record<string, number>>;
}

/** Adds up the journals of an order. Fails when one of them does not balance. */
export async function booksOf(ops: Operator, number: string): Promise<Books> {
  const { unbalanced, ...books } = sumUp(await ops.journals(number));
  const [first] = unbalanced;
  if (first) throw new Error(`The ${first.kind} of order ${number} is off by ${first.off}`);
  return books;
}

interface Unbalanced {
  readonly kind: string;
  readonly off: number;
}

/** The same, with the journals that do not balance. */
export function sumUp(
  journals: readonly JournalSeen[],
): Books & { readonly unbalanced: readonly Unbalanced[] } {
  const balances = new Map<string, number>();
  const unbalanced: Unbalanced[] = [];
  for (const { kind, entries } of journals) {
    const off = entries.reduce((sum, entry) => sum + entry.amount, 0);
    if (off !== 0) unbalanced.push({ kind, off });
    for (const { account, amount } of entries) balances.set(account, (balances.get(account) ?? 0) + amount);
  }
  return {
    kinds: journals.map(({ kind }) => kind).sort(),
    balances: Object.fromEntries([...balances].filter(([, balance]) => balance !== 0)),
    unbalanced,
  };
}

/** An order whose money went back whole leaves nothing but the fee that the bank keeps. */
export const onlyTheFee = ({ balances }: Books): boolean => {
  const { 'bank-fees': fee = 0, 'bank-clearing': clearing = 0, ...rest } = balances;
  return fee > 0 && clearing === -fee && Object.keys(rest).length === 0;
};
