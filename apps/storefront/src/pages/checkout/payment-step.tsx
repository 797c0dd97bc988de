import { useState } from 'react';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { CardForm } from '../../payment/card-form.js';
import { paymentTexts } from '../../payment/payment.texts.js';
import { Button } from '../../ui/button.js';
import type { CheckoutCart } from './checkout.query.js';
import { checkoutTexts } from './checkout.texts.js';
import type { Draft } from './draft.js';
import { orderInput } from './order-input.js';
import { PlacingNotice } from './placing-notice.js';
import { PointsChoice } from './points-choice.js';
import type { Placing, usePlaceOrder } from './use-place-order.js';

type Props = {
  cart: CheckoutCart;
  draft: Draft;
  demo: boolean;
  /** Points in the shopper's wallet; 0 for guests. */
  available: number;
  onUsePoints: (on: boolean) => void;
  placing: Placing;
  place: ReturnType<typeof usePlaceOrder>['place'];
};

/** The last step: a card, the points, and one button that says what it costs. */
export function PaymentStep({ cart, draft, demo, available, onUsePoints, placing, place }: Props) {
  const t = useTexts(checkoutTexts);
  const pay = useTexts(paymentTexts);
  const f = useFormats();
  const [free, setFree] = useState(false);
  const input = orderInput(draft, cart);
  const nothingToPay = cart.total.minor === 0;

  const foot = (busy: boolean, onPress?: () => void) => (
    <>
      {available > 0 && <PointsChoice available={available} on={draft.usePoints} onChange={onUsePoints} />}
      <PlacingNotice placing={placing} cart={cart} />
      <Button
        look="primary"
        size="large"
        type={onPress ? 'button' : 'submit'}
        inert={busy}
        className="mt-6 w-full"
        {...(onPress && { onClick: onPress })}
      >
        {busy ? pay.paying : nothingToPay ? pay.place : pay.pay}
        {!busy && !nothingToPay && <span className="tabular-nums">{f.money(cart.total)}</span>}
      </Button>
      <p className="mt-3 text-small text-ink-3">{pay.oneKey}</p>
    </>
  );

  if (nothingToPay) {
    const press = () => {
      if (!input) return;
      setFree(true);
      void place(input, null).finally(() => setFree(false));
    };
    return (
      <div className="pb-3">
        <p className="mt-3 text-small text-ink-2">{t.nothingToPay}</p>
        {foot(free, press)}
      </div>
    );
  }
  return (
    <div className="pb-3">
      <CardForm
        demo={demo}
        onToken={async (token, lastDigits) => input && place(input, { token, lastDigits })}
      >
        {(busy) => foot(busy)}
      </CardForm>
    </div>
  );
}
