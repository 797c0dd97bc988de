import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { onceWith } from '../graphql/client.js';
import { sendOnce } from '../once/send-once.js';
import type { OrderData } from '../order/order.query.js';
import { phaseOf } from '../order/order-phase.js';
import { PayOrder } from './pay.query.js';
import { forgetPayment, keepPayment, pendingPayment } from './pending-payment.js';

/** idle: nothing to send · sending · lost: no answer, it is sent again by itself · refused: the shop's own words. */
export type Paying =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused'; readonly message: string };

const AGAIN_MS = 3_000;
/** One tab sends one payment of an order at a time, whatever is drawn twice. */
const onTheWay = new Set<string>();

/** Sends the payment that was decided on, once; after a reload it goes on with the same key. */
export function usePay(order: OrderData | null | undefined) {
  const client = useClient();
  const number = order?.number;
  const waiting = order ? phaseOf(order) === 'to-pay' && pendingPayment(order.number) !== null : false;
  const [paying, setPaying] = useState<Paying>(waiting ? { kind: 'sending' } : { kind: 'idle' });

  const send = async () => {
    if (!number || onTheWay.has(number)) return;
    const payment = pendingPayment(number);
    if (!payment) return;
    onTheWay.add(number);
    setPaying({ kind: 'sending' });
    const { token, key } = payment;
    const data = await sendOnce(() =>
      client.mutation(PayOrder, { input: { number, token } }, onceWith(key)).toPromise(),
    ).finally(() => onTheWay.delete(number));
    if (!data || data.payOrder.__typename === 'TooBusy') return setPaying({ kind: 'lost' });
    forgetPayment(number);
    const answer = data.payOrder;
    const refused = answer.__typename === 'OrderNotPayable' || answer.__typename === 'InvalidInput';
    setPaying(refused ? { kind: 'refused', message: answer.message } : { kind: 'idle' });
  };

  const sendNow = useEffectEvent(send);
  useEffect(() => {
    if (waiting) void sendNow();
  }, [waiting]);
  useEffect(() => {
    if (paying.kind !== 'lost') return;
    const timer = setTimeout(() => void sendNow(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [paying]);

  /** Pays with a token that the bank has just given. */
  const pay = async (token: string, lastDigits: string) => {
    if (!number) return;
    keepPayment(number, token, lastDigits);
    await send();
  };
  return { paying, pay };
}
