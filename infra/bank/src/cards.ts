import type { Behaviour } from './behaviours.js';

/** The only cards that this bank knows: test cards, each with its own way to go. */
const TEST_CARDS: ReadonlyMap<string, Behaviour> = new Map([
  ['4242424242424242', 'ok'],
  ['4000000000000002', 'declined'],
  ['4000000000000077', 'slow'],
  ['4000000000000341', 'callback-lost'],
  ['4000000000000259', 'callback-twice'],
  ['4000000000000101', 'callback-first'],
  ['4000000000009995', 'no-answer'],
  ['4000000000000119', 'bank-down'],
  ['4000000000000036', 'wrong-amount'],
]);

/** Tokens that stand for a way to go and can be used again and again. */
const FIXED_TOKENS: ReadonlyMap<string, Behaviour> = new Map([
  ['tok_ok', 'ok'],
  ['tok_declined', 'declined'],
  ['tok_slow', 'slow'],
  ['tok_callback_lost', 'callback-lost'],
  ['tok_callback_late', 'callback-late'],
  ['tok_callback_twice', 'callback-twice'],
  ['tok_callback_first', 'callback-first'],
  ['tok_callbacks_reordered', 'callbacks-reordered'],
  ['tok_charged_no_answer', 'no-answer'],
  ['tok_bank_down', 'bank-down'],
  ['tok_wrong_amount', 'wrong-amount'],
  ['tok_wrong_currency', 'wrong-currency'],
]);

export const fixedToken = (token: string): Behaviour | undefined => FIXED_TOKENS.get(token);

export interface CardDetails {
  readonly number: string;
  readonly expMonth: number;
  readonly expYear: number;
}

/** What a card's number stands for, or why the bank does not take it. The number itself is kept nowhere. */
export function readCard(card: CardDetails, now: Date): Behaviour | { readonly refused: string } {
  const behaviour = TEST_CARDS.get(card.number.replace(/[ -]/g, ''));
  if (!behaviour) return { refused: 'This bank only knows its test cards, such as 4242 4242 4242 4242' };
  // A card is good until the end of its month.
  const ends = Date.UTC(card.expYear, card.expMonth, 1);
  return ends > now.getTime() ? behaviour : { refused: 'The card has expired' };
}

/** The test cards and fixed tokens, for people who look at the bank's front page. */
export const testCards = (): { readonly card: string; readonly does: Behaviour }[] =>
  [...TEST_CARDS].map(([card, does]) => ({ card, does }));
