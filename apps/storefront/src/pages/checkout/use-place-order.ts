import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { endAttempt, PLACING } from '../../once/attempt-store.js';
import { useOnce } from '../../once/use-once.js';
import { keepPayment } from '../../payment/pending-payment.js';
import { PlaceOrder, type PlaceOrderAnswer } from './checkout.query.js';
import type { OrderInput } from './order-input.js';

export type PlacingRefusal = Exclude<PlaceOrderAnswer, { __typename: 'OrderPlaced' }>;

/** How placing stands: nothing said yet, done, no answer came, or why the order was not made. */
export type Placing =
  | { readonly kind: 'open' }
  | { readonly kind: 'placed' }
  | { readonly kind: 'lost' }
  | {
      readonly kind: 'refused';
      readonly refusal: PlacingRefusal;
      readonly expected: OrderInput['expectedTotal'];
    };

/**
 * Places the order once, however often the button is pressed, and goes on to the payment. After a refusal the cart
 * looks different from what was shown: `onRefused` reads it anew.
 */
export function usePlaceOrder(onRefused: () => void) {
  const once = useOnce();
  const navigate = useNavigate();
  const [placing, setPlacing] = useState<Placing>({ kind: 'open' });

  const place = async (input: OrderInput, payment: { token: string; lastDigits: string } | null) => {
    const data = await once(PLACING, PlaceOrder, { input });
    if (!data) return setPlacing({ kind: 'lost' });
    const answer = data.placeOrder;
    if (answer.__typename === 'OrderPlaced') {
      const { number } = answer.order;
      if (payment) keepPayment(number, payment.token, payment.lastDigits);
      setPlacing({ kind: 'placed' });
      await navigate({ to: '/orders/$number/processing', params: { number }, replace: true });
      return;
    }
    if (answer.__typename !== 'TooBusy') endAttempt(PLACING);
    setPlacing({ kind: 'refused', refusal: answer, expected: input.expectedTotal });
    onRefused();
  };

  return { placing, place };
}
