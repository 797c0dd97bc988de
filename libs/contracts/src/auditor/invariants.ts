import { z } from 'zod';

/** How bad it is when it does not hold: money or goods are wrong, or something is late and will be wrong. */
export const SEVERITIES = ['critical', 'major'] as const;
export const severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severity>;

/** `cheap`: looked at every few seconds, from a few sums of each owner. `deep`: order by order, when asked to. */
export const DEPTHS = ['cheap', 'deep'] as const;

interface Invariant {
  readonly severity: Severity;
  readonly depth: (typeof DEPTHS)[number];
  readonly sentence: string;
}
const cheap = (sentence: string, how: Severity = 'critical'): Invariant => ({
  depth: 'cheap',
  severity: how,
  sentence,
});
const deep = (sentence: string, how: Severity = 'critical'): Invariant => ({
  depth: 'deep',
  severity: how,
  sentence,
});

/** What must hold of the whole company, whatever broke, and is looked at while it runs (consistency.md §6). */
export const INVARIANTS = {
  I1: cheap('No product has fewer than zero pieces available or reserved.'),
  I2: cheap('What was supplied and adjusted is on the shelf or sold.'),
  I3: cheap('What is reserved is what orders hold.'),
  I4: cheap('Every change of stock is one movement, and every movement is one version.'),
  I5: cheap('No hold outlives its expiry by more than a few minutes.', 'major'),
  O3: cheap('No order waits for longer than somebody looks after it.', 'major'),
  P2: cheap('No more money goes back than was taken.'),
  P4: cheap('No payment and no refund stays undecided.', 'major'),
  L1: cheap('Every journal balances.'),
  L2: cheap('All accounts of a currency sum to zero.'),
  Y1: cheap('The points of all wallets are the sum of their entries, and none is below zero.'),
  Y3: cheap('No coupon is used more often than it may be, and every use is counted.'),
  M1: cheap('Every committed message reached its stream.', 'major'),
  M5: cheap('No message lies among the dead letters.', 'major'),
  O1: deep('The history of an order has no gaps, and it is paid once.'),
  O2: deep('An order is paid exactly if its payments say so.'),
  O4: deep('Nothing is held for an order that has ended.'),
  P3: deep("The bank's book says what ours says."),
  I6: deep('What left the shelf for a paid order is what it ordered.'),
  L7: deep('Every paid order has one sale in the books, and they owe nothing for one that is settled.'),
  Y2: deep('The points of an order are earned once, and taken back once.'),
  R1: deep('What is shown of an order or a product is what its owners say.', 'major'),
} as const satisfies Readonly<Record<string, Invariant>>;

export type InvariantId = keyof typeof INVARIANTS;
export const INVARIANT_IDS = Object.keys(INVARIANTS) as [InvariantId, ...InvariantId[]];
export const invariantId = z.enum(INVARIANT_IDS);
