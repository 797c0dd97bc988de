import { z } from 'zod';
import { defineCommandAction } from '../registry/action.js';
import { attemptId, money, orderId } from '../shared/values.js';
import { repaired } from './findings.js';
import { shownId } from './product-parts.js';

const dryRun = z.boolean();

/** What the auditor may ask of owners. Each looks for itself first, and says what it changed, or would change. */
export const askBankAgain = defineCommandAction('payment.ask-bank-again', {
  access: 'internal',
  summary: 'Asks the bank what became of an open attempt, now, and takes in what it says.',
  input: z.object({ attemptId, dryRun }),
  output: repaired,
});

export const releaseDeadHolds = defineCommandAction('inventory.release-dead-holds', {
  access: 'internal',
  summary: 'Asks the order once more, and gives back what is held for one that has ended.',
  input: z.object({ orderId, dryRun }),
  output: repaired,
});

export const rebookSale = defineCommandAction('finance.rebook-sale', {
  access: 'internal',
  summary: 'Asks the order for what it published when it was paid, and books its sale if that is missing.',
  input: z.object({ orderId, dryRun }),
  output: repaired,
});

export const correctBank = defineCommandAction('finance.correct-bank', {
  access: 'internal',
  summary: 'Books to suspense what the books of an order hold of the bank too much or too little.',
  input: z.object({
    orderId,
    /** What the bank holds for the order, less what it gave back. */
    atBank: money,
    dryRun,
  }),
  output: repaired,
});

export const takeBackSurplus = defineCommandAction('loyalty.take-back-surplus', {
  access: 'internal',
  summary: 'Takes back, by an entry of its own, what a wallet was given for an order beyond what it earned.',
  input: z.object({ orderId, dryRun }),
  output: repaired,
});

export const rebuildOrder = defineCommandAction('views.rebuild-order', {
  access: 'internal',
  summary: 'Builds the read model of one order anew, from its owners.',
  input: z.object({ orderId, dryRun }),
  output: repaired,
});

export const rebuildProductInSearch = defineCommandAction('search.rebuild-product', {
  access: 'internal',
  summary: 'Indexes one product anew, from its owners; one that nobody owns is taken out.',
  input: z.object({ productId: shownId, dryRun }),
  output: repaired,
});

export const rebuildProductInViews = defineCommandAction('views.rebuild-product', {
  access: 'internal',
  summary: 'Builds what pages show of one product anew, from its owners; one that nobody owns is taken out.',
  input: z.object({ productId: shownId, dryRun }),
  output: repaired,
});

export const rebuildWallet = defineCommandAction('views.rebuild-wallet', {
  access: 'internal',
  summary: 'Builds what pages show of one wallet anew, from loyalty; one that nobody owns is taken out.',
  input: z.object({ customerId: shownId, dryRun }),
  output: repaired,
});

export const rebuildDay = defineCommandAction('views.rebuild-day', {
  access: 'internal',
  summary: 'Sums the sales of one day anew, from the orders that views knows.',
  input: z.object({ day: z.string(), dryRun }),
  output: repaired,
});

export const repairActions = [
  askBankAgain,
  releaseDeadHolds,
  rebookSale,
  correctBank,
  takeBackSurplus,
  rebuildOrder,
  rebuildProductInSearch,
  rebuildProductInViews,
  rebuildWallet,
  rebuildDay,
] as const;
