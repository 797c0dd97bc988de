import { z } from 'zod';
import { defineQuery } from '../registry/action.js';
import { pageOf, pageRequest } from '../shared/paging.js';
import { shownId } from './product-parts.js';

export const walletPart = z.object({
  customerId: shownId,
  available: z.int(),
  frozen: z.int(),
  version: z.int(),
  /** How many entries it lists, and what they add up to. */
  entriesCount: z.int(),
  entriesSum: z.int(),
});
export type WalletPart = z.infer<typeof walletPart>;

export const listWalletPartsOfViews = defineQuery('views.list-wallet-parts', {
  access: 'internal',
  summary: 'What views shows of each wallet, by customer, for the auditor.',
  input: pageRequest.extend({ upTo: shownId.nullish() }),
  output: pageOf(walletPart),
});

export const walletPartsQueries = [listWalletPartsOfViews] as const;
