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
  /** The test that tells what a look at a running house cannot show of it; null when a look shows all of it. */
  readonly story: string | null;
}

type More = Partial<Pick<Invariant, 'severity' | 'story'>>;
const invariant =
  (depth: Invariant['depth']) =>
  (sentence: string, more: More = {}): Invariant => ({
    depth,
    severity: 'critical',
    sentence,
    story: null,
    ...more,
  });
const cheap = invariant('cheap');
const deep = invariant('deep');
const major = { severity: 'major' } as const;
const SCENARIOS = 'e2e/src/scenarios';
const MESSAGES = 'libs/messaging/src/integration';

/** What must hold of the whole company, whatever broke, and is looked at while it runs (consistency.md §6). */
export const INVARIANTS = {
  I1: cheap('No product has fewer than zero pieces available or reserved.'),
  I2: cheap('What was supplied and adjusted is on the shelf or sold.'),
  I3: cheap('What is reserved is what orders hold, and what was sold is what they have.'),
  I4: cheap('An order holds a product once and lets go of it once; every version of stock is one movement.'),
  I5: cheap('No hold outlives its expiry by more than a few minutes.', major),
  O3: cheap('No order waits for longer than somebody looks after it.', major),
  O5: cheap('One key is at most one order, and gets equal answers.', {
    story: `${SCENARIOS}/idempotency.spec.ts`,
  }),
  O6: cheap('What was answered to a shopper is not undone behind their back.', {
    story: 'e2e/src/breaking/nemesis.spec.ts',
  }),
  P2: cheap('No more money goes back than was taken.'),
  P4: cheap('No payment and no refund stays undecided.', major),
  P5: cheap('Callbacks that are forged, stale or repeated change nothing.', {
    story: 'services/payment/src/payment.int.test.ts',
  }),
  L1: cheap('Every journal balances.'),
  L2: cheap('All accounts of a currency sum to zero.'),
  L3: cheap('The balance of an account is the sum of its entries.'),
  L4: cheap('No entry of the ledger is ever changed.'),
  L5: cheap('What follows from one event is one journal of each kind.'),
  L6: cheap('No account that is guarded is below zero.'),
  Y1: cheap('The points of every wallet are the sum of its entries, and none is below zero.'),
  Y3: cheap(
    'No coupon is used more often than it may be, by all or by one customer, and every use is counted.',
  ),
  M1: cheap('Every committed message reached its stream.', major),
  M3: cheap('Each message has its effect once at each who follows.', {
    story: `${MESSAGES}/consume.int.test.ts`,
  }),
  M4: cheap('No version of an order or of stock is left out.', { story: `${MESSAGES}/replay.int.test.ts` }),
  M5: cheap('No message lies among the dead letters.', major),
  M6: cheap('No stream has lost what it acknowledged, or that is published again.', {
    ...major,
    story: `${MESSAGES}/rewind.int.test.ts`,
  }),
  R2: cheap('Nobody is far behind what they follow, and no version goes back.', major),
  O1: deep('The history of an order has no gaps and no step that does not follow, and it is paid once.'),
  O2: deep('An order is paid exactly if its payments say so.'),
  O4: deep('Nothing is held for an order that has ended.'),
  P3: deep("The bank's book says what ours says."),
  I6: deep('What left the shelf for a paid order is what it ordered, and no more than was ever there.'),
  L7: deep(
    'Every paid order has one sale and every refund one reversal, and nothing is owed for one that is settled.',
  ),
  P1: deep('No order is charged for more than once.'),
  M2: deep('No message is on a stream that its sender did not commit; the newest ones are looked at.', {
    story: `${MESSAGES}/publish.int.test.ts`,
  }),
  S1: deep("Nobody sees or changes what is another's.", { story: `${SCENARIOS}/strangers.spec.ts` }),
  S2: deep('What an order costs is what its lines and terms add up to, whatever was asked for.', {
    story: 'services/order/src/features/place-order/place-order.test.ts',
  }),
  S3: deep('No event tells a secret; the newest ones are looked at.', {
    story: 'libs/runtime/src/log.test.ts',
  }),
  Y2: deep('The points of an order are earned once, and taken back once.'),
  R1: deep('What is shown of an order, a product, a wallet or a day is what its owners say.', major),
} as const satisfies Readonly<Record<string, Invariant>>;

export type InvariantId = keyof typeof INVARIANTS;
export const INVARIANT_IDS = Object.keys(INVARIANTS) as [InvariantId, ...InvariantId[]];
export const invariantId = z.enum(INVARIANT_IDS);
