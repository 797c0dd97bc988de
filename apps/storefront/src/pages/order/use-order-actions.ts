import { useState } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import { endAttempt } from '../../once/attempt-store.js';
import { useOnce } from '../../once/use-once.js';
import { orderPageTexts } from './order.texts.js';
import { CancelOrder, RequestRefund } from './order-actions.query.js';

/** Taking an order back, once. `said` is what has to be told afterwards: a refusal, a doubt, a lost answer. */
export function useOrderActions(number: string) {
  const t = useTexts(orderPageTexts);
  const once = useOnce();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  const during = async (work: () => Promise<string | null>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setSaid(await work());
    setBusy(false);
  };

  const cancel = () =>
    during(async () => {
      const attempt = `cancel.${number}`;
      const answer = (await once(attempt, CancelOrder, { number }))?.cancelOrder;
      if (!answer) return t.lost;
      if (answer.__typename === 'TooBusy') return answer.message;
      endAttempt(attempt);
      if (answer.__typename === 'OrderCancelled') return answer.paymentInDoubt ? t.inDoubt : null;
      return answer.__typename === 'RefundStarted' ? null : answer.message;
    });

  const refund = (reason: string) =>
    during(async () => {
      const attempt = `refund.${number}`;
      const answer = (await once(attempt, RequestRefund, { number, reason: reason.trim() || null }))
        ?.requestRefund;
      if (!answer) return t.lost;
      if (answer.__typename === 'TooBusy') return answer.message;
      endAttempt(attempt);
      return answer.__typename === 'RefundStarted' ? null : answer.message;
    });

  return { cancel, refund, busy, said };
}
