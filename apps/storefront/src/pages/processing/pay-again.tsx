import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import type { OrderData } from '../../order/order.query.js';
import { CardForm } from '../../payment/card-form.js';
import { paymentTexts } from '../../payment/payment.texts.js';
import type { Paying } from '../../payment/use-pay.js';
import { useShell } from '../../shell/shell.query.js';
import { Button } from '../../ui/button.js';
import { CallOut } from '../../ui/call-out.js';
import { processingTexts } from './processing.texts.js';

type Props = {
  order: OrderData;
  declined: boolean;
  paying: Paying;
  onPay: (token: string, lastDigits: string) => Promise<void>;
};

/** The order waits for money: what was refused, until when the things are held, and a card. */
export default function PayAgain({ order, declined, paying, onPay }: Props) {
  const t = useTexts(processingTexts);
  const pay = useTexts(paymentTexts);
  const f = useFormats();
  const { viewer } = useShell();
  return (
    <>
      <CallOut tone={declined ? 'ember' : 'ink'}>
        <p>
          {declined ? t.declined : t.toPay} {order.payBy && t.until(f.time(order.payBy))}
        </p>
        {paying.kind === 'refused' && (
          <p role="alert" className="mt-1 font-strong">
            {paying.message}
          </p>
        )}
      </CallOut>
      <section className="mb-10">
        <h2 className="text-3">{declined ? t.another : t.card}</h2>
        <CardForm demo={viewer?.demo ?? false} onToken={onPay}>
          {(busy) => (
            <>
              <Button look="primary" size="large" type="submit" inert={busy} className="mt-6 w-full">
                {busy ? pay.paying : pay.pay}
                {!busy && <span className="tabular-nums">{f.money(order.total)}</span>}
              </Button>
              <p className="mt-3 text-small text-ink-3">{pay.oneKey}</p>
            </>
          )}
        </CardForm>
      </section>
    </>
  );
}
