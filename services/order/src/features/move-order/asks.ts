import type { cancelOrder, payOrder, requestRefund } from '@evenkeel/contracts';
import type { ItemOf } from '@evenkeel/messaging';
import type { KeyedAnswer } from '../../keyed.js';
import { type Order, snapshotOf } from '../../order.js';
import type { Decision, StoredResult } from '../../workflows/saga/decision.js';
import { notPayable } from '../../workflows/saga/pay.js';
import type { Timing } from '../../workflows/saga/timing.js';

export type AskItem = ItemOf<typeof payOrder | typeof cancelOrder | typeof requestRefund>;

export const isAsk = (item: { readonly type: string }): item is AskItem =>
  item.type === 'order.pay-order' ||
  item.type === 'order.cancel-order' ||
  item.type === 'order.request-refund';

/** What the shopper is answered: from the order as it was before the command and as the decision left it. */
export function answerOf(item: AskItem, before: Order, decision: Decision, timing: Timing): KeyedAnswer {
  const { order } = decision;
  const { orderId } = order.facts;
  const decided = (result: StoredResult): KeyedAnswer => ({
    kind: 'decided',
    orderId,
    result,
    replayed: false,
  });
  const at = snapshotOf(order.progress);
  switch (item.type) {
    case 'order.pay-order': {
      const why = notPayable(before, timing);
      // One open attempt an order: who asks again is told of the one that is on its way.
      if (why !== 'state' && before.progress.openAttempt) return decided({ kind: 'started', at });
      return why ? decided({ kind: 'not-payable', at, why }) : { kind: 'waiting', orderId };
    }
    case 'order.cancel-order':
      if (order.progress === before.progress) return decided({ kind: 'not-cancellable', at });
      return order.progress.state === 'cancelled'
        ? decided({ kind: 'cancelled', at, paymentInDoubt: order.progress.openAttempt !== null })
        : decided({ kind: 'refunding', at });
    default:
      return decided({ kind: order.progress === before.progress ? 'not-refundable' : 'refunding', at });
  }
}
