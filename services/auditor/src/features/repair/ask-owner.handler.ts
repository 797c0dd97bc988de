import {
  askBankAgain,
  correctBank,
  type Finding,
  Problem,
  type Repaired,
  rebookSale,
  rebuildDay,
  rebuildOrder,
  rebuildProductInSearch,
  rebuildProductInViews,
  rebuildWallet,
  releaseDeadHolds,
  takeBackSurplus,
} from '@evenkeel/contracts';
import { type AttemptId, type CommandId, type OrderId, zero } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import { gatherOne, type Sources } from '../reconcile/gather.handler.js';
import { movedAtBank } from '../reconcile/moved.js';

/** Has the owner of a finding look for itself and put it right. */
export const askOwner =
  (call: House['call'], sources: Sources) =>
  async (finding: Finding, dryRun: boolean, commandId: CommandId): Promise<Repaired> => {
    const options = { commandId };
    switch (finding.class) {
      case 'paid-at-bank-only':
        return call(askBankAgain, { attemptId: finding.subject as AttemptId, dryRun }, options);
      case 'held-for-nobody':
        return call(releaseDeadHolds, { orderId: orderOf(finding), dryRun }, options);
      case 'sale-missing':
        return call(rebookSale, { orderId: orderOf(finding), dryRun }, options);
      case 'points-twice':
        return call(takeBackSurplus, { orderId: orderOf(finding), dryRun }, options);
      case 'view-drifted':
      case 'order-unseen':
      case 'shown-to-another':
        return call(rebuildOrder, { orderId: orderOf(finding), dryRun }, options);
      case 'paid-here-only':
      case 'amount-differs':
      case 'books-differ': {
        const orderId = orderOf(finding);
        const moved = movedAtBank(await gatherOne(sources, orderId));
        const currency = finding.atStake?.currency ?? 'USD';
        const atBank = moved.find((money) => money.currency === currency) ?? zero(currency);
        return call(correctBank, { orderId, atBank, dryRun }, options);
      }
      case 'search-drifted':
      case 'search-unseen':
      case 'search-of-nobody':
        return call(rebuildProductInSearch, { productId: finding.subject, dryRun }, options);
      case 'product-drifted':
        return call(rebuildProductInViews, { productId: finding.subject, dryRun }, options);
      case 'wallet-drifted':
        return call(rebuildWallet, { customerId: finding.subject, dryRun }, options);
      case 'sales-drifted':
        return call(rebuildDay, { day: finding.subject.split('/')[0] ?? '', dryRun }, options);
      default:
        throw new Problem('house.internal', `Nobody repairs ${finding.class}`);
    }
  };

function orderOf({ orderId, class: name }: Finding): OrderId {
  if (!orderId) throw new Problem('house.internal', `A finding of ${name} is about no order`);
  return orderId;
}
