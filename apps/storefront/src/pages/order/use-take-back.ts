import { useTexts } from '../../i18n/i18n-context.js';
import { endAttempt } from '../../once/attempt-store.js';
import { useOnce } from '../../once/use-once.js';
import { CancelOrder, RequestRefund } from './take-back.query.js';
import { takeBackTexts } from './take-back.texts.js';

/** done: what has to be told, if anything · lost: no answer came, the same attempt can be sent again. */
export type TakenBack = { readonly kind: 'done'; readonly said: string | null } | { readonly kind: 'lost' };

/** Takes an order back, once: before it leaves, or afterwards for the money. */
export function useTakeBack(number: string) {
  const t = useTexts(takeBackTexts);
  const once = useOnce();

  const cancel = async (): Promise<TakenBack> => {
    const attempt = `cancel.${number}`;
    const answer = (await once(attempt, CancelOrder, { number }))?.cancelOrder;
    if (!answer || answer.__typename === 'TooBusy') return { kind: 'lost' };
    endAttempt(attempt);
    if (answer.__typename === 'OrderCancelled')
      return { kind: 'done', said: answer.paymentInDoubt ? t.inDoubt : null };
    return { kind: 'done', said: answer.__typename === 'RefundStarted' ? null : answer.message };
  };

  const refund = async (reason: string): Promise<TakenBack> => {
    const attempt = `refund.${number}`;
    const answer = (await once(attempt, RequestRefund, { number, reason: reason.trim() || null }))
      ?.requestRefund;
    if (!answer || answer.__typename === 'TooBusy') return { kind: 'lost' };
    endAttempt(attempt);
    return { kind: 'done', said: answer.__typename === 'RefundStarted' ? null : answer.message };
  };

  return { cancel, refund };
}
