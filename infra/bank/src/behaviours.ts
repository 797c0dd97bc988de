/** How a charge goes. All but the first are faults, asked for by a token or by the switchboard. */
export const BEHAVIOURS = [
  'ok',
  'declined',
  'slow',
  'callback-lost',
  'callback-late',
  'callback-twice',
  'callback-first',
  'callbacks-reordered',
  'no-answer',
  'bank-down',
  'wrong-amount',
  'wrong-currency',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** What the bank does with a charge that behaves like this. */
export interface Plan {
  readonly decision: 'capture' | 'capture-later' | 'decline';
  /** What is taken: what was asked for, more of it, or as much of another currency. */
  readonly takes: 'asked' | 'more' | 'other-currency';
  /** How the merchant is called back. */
  readonly callback: 'once' | 'twice' | 'never' | 'late' | 'before-the-answer' | 'out-of-order';
  /** Whether the one who asked hears the outcome. */
  readonly answer: 'given' | 'withheld';
  /** How often a request for it is refused with 503 before it is carried out. */
  readonly refusals: number;
  /** Whether a void closes it while it is pending; otherwise it is out of the bank's hands and ends captured. */
  readonly recallable: boolean;
  /** When the fault has had its effect, so that it is counted where it happened and not where it was wished for. */
  readonly fires: 'never' | 'at-booking' | 'at-capture' | 'at-answer';
}

const usual: Plan = {
  decision: 'capture',
  takes: 'asked',
  callback: 'once',
  answer: 'given',
  refusals: 0,
  recallable: true,
  fires: 'never',
};
const atBooking: Plan = { ...usual, fires: 'at-booking' };
const atCapture: Plan = { ...usual, fires: 'at-capture' };
const atAnswer: Plan = { ...usual, fires: 'at-answer' };

export const PLANS: { readonly [Name in Behaviour]: Plan } = {
  ok: usual,
  declined: { ...atBooking, decision: 'decline' },
  slow: { ...atBooking, decision: 'capture-later', recallable: false },
  'callback-lost': { ...atCapture, decision: 'capture-later', callback: 'never' },
  'callback-late': { ...atCapture, decision: 'capture-later', callback: 'late' },
  'callback-twice': { ...atCapture, callback: 'twice' },
  'callback-first': { ...atAnswer, callback: 'before-the-answer' },
  'callbacks-reordered': { ...atCapture, decision: 'capture-later', callback: 'out-of-order' },
  'no-answer': { ...atAnswer, callback: 'never', answer: 'withheld' },
  'bank-down': { ...atAnswer, refusals: 3 },
  'wrong-amount': { ...atCapture, takes: 'more' },
  'wrong-currency': { ...atCapture, takes: 'other-currency' },
};

/** How long a capture that is not made at once takes, in milliseconds. */
export function captureDelayMs(behaviour: Behaviour, slowMs: number): number {
  return behaviour === 'slow' ? slowMs : Math.min(slowMs, 1_000);
}

/** When a callback sets out, in milliseconds from its news. */
export const LATE_CALLBACK_MS = 10_000;
/** Later than the capture that it was overtaken by. */
export const OVERTAKEN_CALLBACK_MS = 2_500;
