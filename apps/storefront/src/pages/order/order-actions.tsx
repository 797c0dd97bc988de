import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import type { OrderData } from '../../order/order.query.js';
import { phaseOf } from '../../order/order-phase.js';
import { Button, buttonClass } from '../../ui/button.js';
import { orderPageTexts } from './order.texts.js';

const TakeBack = lazy(() => import('./take-back.js'));

/** What can be done with the order now; whatever cannot be undone is asked once more. */
export function OrderActions({ order }: { order: OrderData }) {
  const t = useTexts(orderPageTexts);
  const { number, actions } = order;
  const [asked, setAsked] = useState<'cancel' | 'refund' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const can = (action: OrderData['actions'][number]) => actions.includes(action);
  const asking = phaseOf(order) === 'asking';
  const ask = (what: 'cancel' | 'refund') => {
    setSaid(null);
    setAsked(what);
  };
  const done = (words: string | null) => {
    setAsked(null);
    setSaid(words);
  };
  return (
    <div className="mt-2">
      {asked ? (
        <Suspense fallback={null}>
          <TakeBack number={number} how={asked} onDone={done} />
        </Suspense>
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
          {can('CANCEL') && <Button onClick={() => ask('cancel')}>{t.cancel}</Button>}
          {can('REFUND') && (
            <Button look={can('CANCEL') ? 'text' : 'quiet'} onClick={() => ask('refund')}>
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
