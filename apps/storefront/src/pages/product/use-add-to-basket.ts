import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { CartQuery } from '../../cart/cart.query.js';
import { cartTexts } from '../../cart/cart.texts.js';
import { showCartDrawer } from '../../cart/cart-drawer-state.js';
import { useCartChanges } from '../../cart/use-cart.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { isWide } from '../../product/wide.js';

export type AddState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'adding' }
  | { readonly kind: 'added' }
  | { readonly kind: 'refused'; readonly message: string };

/** One more of a variant: says how many are wanted in all, so pressing again after a lost answer adds nothing twice. */
export function useAddToBasket(sku: string) {
  const client = useClient();
  const cart = useTexts(cartTexts);
  const { setLine } = useCartChanges();
  const [state, setState] = useState<AddState>({ kind: 'idle' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another variant is another thing to add
  useEffect(() => setState({ kind: 'idle' }), [sku]);

  const add = async () => {
    if (state.kind === 'adding') return;
    setState({ kind: 'adding' });
    const { data } = await client.query(CartQuery, {}).toPromise();
    // Without knowing how many are in it already, one more could make it fewer.
    const before = data && (data.cart.lines.find((line) => line.sku === sku)?.quantity ?? 0);
    const refused = before === undefined ? cart.notDone : await setLine(sku, before + 1);
    setState(refused ? { kind: 'refused', message: refused } : { kind: 'added' });
    if (!refused && isWide()) showCartDrawer(true);
  };
  return { state, add };
}
