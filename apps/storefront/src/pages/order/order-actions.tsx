import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import type { OrderData } from '../../order/order.query.js';
import { phaseOf } from '../../order/order-phase.js';
import { Button, buttonClass } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { orderPageTexts } from './order.texts.js';
import { useOrderActions } from './use-order-actions.js';

/** What can be done with the order now; whatever cannot be undone is asked once more. */
export function OrderActions({ order }: { order: OrderData }) {
  const t = useTexts(orderPageTexts);
  const { number, actions } = order;
  const { cancel, refund, busy, said } = useOrderActions(number);
  const [asked, setAsked] = useState<'cancel' | 'refund' | null>(null);
  const [reason, setReason] = useState('');
  const can = (action: OrderData['actions'][number]) => actions.includes(action);
  const asking = phaseOf(order) === 'asking';

  const confirm = () => {
    setAsked(null);
    void (asked === 'cancel' ? cancel() : refund(reason));
  };
  return (
    <div className="mt-2">
      {asked ? (
        <section
          aria-label={asked === 'cancel' ? t.cancelAsk : t.refundAsk}
          className="border-l-[3px] border-ink bg-well px-5 py-4"
        >
          <p className="font-strong">{asked === 'cancel' ? t.cancelAsk : t.refundAsk}</p>
          <p className="mt-1 max-w-[52ch] text-small text-ink-2">
            {asked === 'cancel' ? t.cancelNote : t.refundNote}
          </p>
          {asked === 'refund' && (
            <Field
              label={t.reason}
              optional
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
          <div className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
            <Button size="small" onClick={confirm} className="bg-raised">
              {t.yes[asked]}
            </Button>
            <Button look="text" size="small" onClick={() => setAsked(null)}>
              {t.no}
            </Button>
          </div>
        </section>
      ) : (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          {(can('PAY') || asking) && (
            <Link
              to="/orders/$number/processing"
              params={{ number }}
              className={buttonClass(asking ? 'quiet' : 'primary')}
            >
              {asking ? t.seePayment : t.pay}
            </Link>
          )}
          {can('CANCEL') && (
            <Button inert={busy} onClick={() => setAsked('cancel')}>
              {t.cancel}
            </Button>
          )}
          {can('REFUND') && (
            <Button look={can('CANCEL') ? 'text' : 'quiet'} inert={busy} onClick={() => setAsked('refund')}>
              {t.refund}
            </Button>
          )}
        </div>
      )}
      <p role="status" className="mt-3 text-small text-ink-2 empty:hidden">
        {said}
      </p>
    </div>
  );
}
