import { z } from 'zod';
import { instant, money, orderId } from '../shared/values.js';
import { INVARIANTS, type InvariantId } from './invariants.js';

/** `safe`: the owner does what it would have done anyway, so the auditor may ask it without an operator. */
export const REPAIR_KINDS = ['safe', 'by-operator', 'none'] as const;

/** What can be done about a finding: nothing but telling somebody, or a command of the owner. */
export interface Repair {
  readonly kind: (typeof REPAIR_KINDS)[number];
  readonly sentence: string;
}

interface FindingClass {
  /** The invariant that it breaks. */
  readonly invariant: InvariantId;
  readonly sentence: string;
  readonly repair: Repair;
}

const safe = (sentence: string): Repair => ({ kind: 'safe', sentence });
const byOperator = (sentence: string): Repair => ({ kind: 'by-operator', sentence });
const tell: Repair = { kind: 'none', sentence: 'Nothing does it by itself: a person must look.' };

/** The ways in which two owners can disagree, each with what repairs it. */
export const FINDING_CLASSES = {
  'paid-at-bank-only': {
    invariant: 'P3',
    sentence: 'The bank took money for an attempt that we do not count as captured.',
    repair: safe('Payment asks the bank again and takes in what it says.'),
  },
  'bank-took-for-nobody': {
    invariant: 'P3',
    sentence: 'The bank took money that no open attempt of ours asked for.',
    repair: tell,
  },
  'paid-here-only': {
    invariant: 'P3',
    sentence: 'We count a payment as captured of which the bank knows nothing.',
    repair: byOperator('Finance books the difference to suspense, so that the books say what the bank says.'),
  },
  'amount-differs': {
    invariant: 'P3',
    sentence: 'We and the bank name different amounts for the same payment.',
    repair: byOperator('Finance books the difference to suspense, so that the books say what the bank says.'),
  },
  'books-differ': {
    invariant: 'P3',
    sentence: 'The books hold other money of the bank for an order than the bank does.',
    repair: byOperator('Finance books the difference to suspense, so that the books say what the bank says.'),
  },
  'history-broken': {
    invariant: 'O1',
    sentence: 'The history of an order has a gap, or was paid twice.',
    repair: tell,
  },
  'payment-differs': {
    invariant: 'O2',
    sentence: 'An order and its payments do not agree on what was paid.',
    repair: tell,
  },
  'held-for-nobody': {
    invariant: 'O4',
    sentence: 'Stock is held for an order that has ended, or was never placed.',
    repair: safe('Inventory asks the order once more and gives the pieces back.'),
  },
  'stock-differs': {
    invariant: 'I6',
    sentence: 'Other pieces left the shelf for a paid order than it ordered.',
    repair: tell,
  },
  'sale-missing': {
    invariant: 'L7',
    sentence: 'A paid order has no sale in the books.',
    repair: safe('Finance asks the order for what it published, and books the sale.'),
  },
  'deposits-open': {
    invariant: 'L7',
    sentence: 'The books still owe or are owed money for an order that is settled.',
    repair: tell,
  },
  'points-twice': {
    invariant: 'Y2',
    sentence: 'A wallet was given more points for an order than it earned.',
    repair: byOperator('Loyalty takes the surplus back by an entry of its own.'),
  },
  'points-missing': {
    invariant: 'Y2',
    sentence: 'A wallet was given fewer points for an order than it earned.',
    repair: tell,
  },
  'view-drifted': {
    invariant: 'R1',
    sentence: 'The read model of an order is not what its owners say.',
    repair: safe('Views builds the read model of that order anew, from its owners.'),
  },
  'order-unseen': {
    invariant: 'R1',
    sentence: 'The read model does not know an order that was placed.',
    repair: safe('Views builds the read model of that order anew, from its owners.'),
  },
  'search-drifted': {
    invariant: 'R1',
    sentence: 'Search says other things of a product than its owners.',
    repair: safe('Search indexes that product anew, from its owners.'),
  },
  'search-unseen': {
    invariant: 'R1',
    sentence: 'Search does not find a product that is for sale.',
    repair: safe('Search indexes that product anew, from its owners.'),
  },
  'search-of-nobody': {
    invariant: 'R1',
    sentence: 'Search finds a product that nobody owns.',
    repair: safe('Search asks the catalogue once more and takes the product out.'),
  },
  'product-drifted': {
    invariant: 'R1',
    sentence: 'Pages show other things of a product than its owners say.',
    repair: safe('Views builds the read model of that product anew, from its owners.'),
  },
  'wallet-drifted': {
    invariant: 'R1',
    sentence: 'Pages show another wallet than loyalty keeps.',
    repair: safe('Views builds the read model of that wallet anew, from loyalty.'),
  },
  'sales-drifted': {
    invariant: 'R1',
    sentence: 'The sales of a day are not those of the orders that were paid on it.',
    repair: safe('Views sums that day anew.'),
  },
  'transition-illegal': {
    invariant: 'O1',
    sentence: 'An order went from one state to another that does not follow it.',
    repair: tell,
  },
  'benefits-held-for-nobody': {
    invariant: 'O4',
    sentence: 'Points or a coupon are held for an order that has ended.',
    repair: tell,
  },
  'captured-twice': {
    invariant: 'P1',
    sentence: 'More than one charge was kept for one order.',
    repair: tell,
  },
  'reversal-differs': {
    invariant: 'L7',
    sentence: 'A sale is in the books twice, or is not reversed once for one refund.',
    repair: tell,
  },
  oversold: {
    invariant: 'I6',
    sentence: 'More pieces of a product were sold than were ever there.',
    repair: tell,
  },
  'shown-to-another': {
    invariant: 'S1',
    sentence: 'An order is shown to somebody else than its owner.',
    repair: safe('Views builds the read model of that order anew, from its owners.'),
  },
  'price-differs': {
    invariant: 'S2',
    sentence: 'The total of an order is not what its lines and terms add up to.',
    repair: tell,
  },
  'message-without-row': {
    invariant: 'M2',
    sentence: 'A stream holds a message that its sender never committed.',
    repair: tell,
  },
  'secret-told': {
    invariant: 'S3',
    sentence: 'An event says something that must stay secret.',
    repair: tell,
  },
} as const satisfies Readonly<Record<string, FindingClass>>;

export type FindingClassName = keyof typeof FINDING_CLASSES;
const CLASS_NAMES = Object.keys(FINDING_CLASSES) as [FindingClassName, ...FindingClassName[]];
export const findingClass = z.enum(CLASS_NAMES);
export const FINDING_STATES = ['open', 'repaired', 'dismissed'] as const;
export const findingState = z.enum(FINDING_STATES);
export type FindingState = z.infer<typeof findingState>;

export const findingClassesOf = (invariant: InvariantId): FindingClassName[] =>
  CLASS_NAMES.filter((name) => FINDING_CLASSES[name].invariant === invariant);
/** Of these only the newest are looked at, so that one which is not seen again is none the less true. */
export const SAMPLED: readonly FindingClassName[] = ['message-without-row', 'secret-told'];

export const severityOf = (name: FindingClassName) => INVARIANTS[FINDING_CLASSES[name].invariant].severity;

/** A difference between two owners that was seen twice. */
export const finding = z.object({
  id: z.uuid(),
  class: findingClass,
  /** An order, an attempt at paying it, a product, a customer, a day, or whatever else two owners speak of. */
  subject: z.string(),
  /** Null for money that is for no order. */
  orderId: orderId.nullable(),
  atStake: money.nullable(),
  /** What each side says. */
  evidence: z.array(z.object({ side: z.string(), says: z.string() })),
  state: findingState,
  /** How often it was found again after it had been repaired. */
  relapses: z.int().nonnegative(),
  foundAt: instant,
  settledAt: instant.nullable(),
});
export type Finding = z.infer<typeof finding>;

/** What an owner answers to a repair: from which value to which, or that there is nothing to repair. */
export const repaired = z.object({ needed: z.boolean(), from: z.string(), to: z.string() });
export type Repaired = z.infer<typeof repaired>;
