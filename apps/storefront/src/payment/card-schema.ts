import * as z from 'zod/mini';
import { isCardNumber, readExpiry } from '../bank/test-cards.js';

export type CardProblem = 'number' | 'expiry' | 'cvc';

/** What is typed from a card; each message names the words that say what would be right. */
export const cardSchema = z.object({
  number: z.string().check(z.refine(isCardNumber, { error: 'number' satisfies CardProblem })),
  expiry: z.string().check(
    z.refine((text: string) => readExpiry(text, new Date()) !== undefined, {
      error: 'expiry' satisfies CardProblem,
    }),
  ),
  cvc: z.string().check(z.regex(/^\d{3,4}$/, { error: 'cvc' satisfies CardProblem })),
});

export type CardValues = z.infer<typeof cardSchema>;
