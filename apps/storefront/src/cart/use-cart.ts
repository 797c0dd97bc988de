import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useTexts } from '../i18n/i18n-context.js';
import { ApplyCoupon, CartQuery, SetCartLine } from './cart.query.js';
import { cartTexts } from './cart.texts.js';

/** The cart as the server sees it. */
export function useCart() {
  const [{ data, error, fetching }, again] = useQuery({ query: CartQuery });
  return {
    cart: data?.cart,
    error,
    fetching,
    again: () => again({ requestPolicy: 'network-only' }),
  };
}

/** Changes of the cart. Each answers with the words of a refusal, or null when it was done. */
export function useCartChanges() {
  const client = useClient();
  const t = useTexts(cartTexts);
  const [busy, setBusy] = useState(0);

  const during = async (work: () => Promise<string | null>): Promise<string | null> => {
    setBusy((n) => n + 1);
    try {
      return await work();
    } finally {
      setBusy((n) => n - 1);
    }
  };

  const setLine = (sku: string, quantity: number) =>
    during(async () => {
      const { data } = await client.mutation(SetCartLine, { sku, quantity }).toPromise();
      if (!data) return t.notDone;
      return data.setCartLine.__typename === 'CartUpdated' ? null : data.setCartLine.message;
    });

  const applyCoupon = (code: string | null) =>
    during(async () => {
      const { data } = await client.mutation(ApplyCoupon, { code }).toPromise();
      if (!data) return t.notDone;
      return data.applyCoupon.__typename === 'CartUpdated' ? null : data.applyCoupon.message;
    });

  return { setLine, applyCoupon, busy: busy > 0 };
}
