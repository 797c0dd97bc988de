import { assertNever } from '@evenkeel/kernel';
import type { PaymentItem } from '../../inputs.js';
import { Drawer, type Loaded } from './drawer.js';
import { close, listen, open } from './move-attempt.js';
import { listenRefund, refund } from './move-refunds.js';
import { Outcome, type Surroundings } from './outcome.js';

export interface BatchDecision {
  readonly changes: ReturnType<Drawer['changes']>;
  readonly outcome: Outcome;
}

/** Decides all items of a batch in their order of arrival, against the attempts and refunds as they were read. */
export function decideBatch(
  knowledge: Loaded & { readonly at: string },
  items: readonly PaymentItem[],
): BatchDecision {
  const drawer = new Drawer(knowledge);
  const outcome = new Outcome();
  for (const item of items) decideOne(item, { drawer, outcome, at: knowledge.at });
  return { changes: drawer.changes(), outcome };
}

function decideOne(item: PaymentItem, around: Surroundings): void {
  switch (item.type) {
    case 'payment.open-payment':
      open(item, around);
      return;
    case 'payment.void-payment':
      close(item, around);
      return;
    case 'payment.refund-payment':
      refund(item, around);
      return;
    case 'payment.bank-spoke':
      listen(item, around);
      return;
    case 'payment.refund-spoke':
      listenRefund(item, around);
      return;
    default:
      assertNever(item);
  }
}
