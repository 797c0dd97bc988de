import type { Availability, Cart, Locale } from '@evenkeel/contracts';
import type { Money } from '@evenkeel/kernel';
import { WORDS } from '../../refusals/words.js';
import { moneyOf } from '../money-of.js';
import { stateOf } from '../product/product-source.js';

export interface CartNotice {
  readonly kind: 'PRICE_CHANGED' | 'LOW_STOCK' | 'SOLD_OUT';
  readonly sku: string;
  readonly message: string;
  readonly priceWas: Money | null;
  readonly left: number | null;
}

/** What a shopper should see before ordering; `stock` is that of the lines, in their order. */
export function noticesOf(cart: Cart, stock: readonly (Availability | null)[], locale: Locale): CartNotice[] {
  const words = WORDS[locale];
  return cart.lines.flatMap(({ sku, priceWas }, i): CartNotice[] => {
    const availability = stock[i] ?? null;
    const state = stateOf(availability);
    const about = { sku, priceWas: null, left: null };
    const notices: CartNotice[] = [];
    if (priceWas !== null) {
      const was = moneyOf(priceWas, cart.price.currency);
      notices.push({ ...about, kind: 'PRICE_CHANGED', message: words.NoticePrice, priceWas: was });
    }
    if (state === 'sold-out') notices.push({ ...about, kind: 'SOLD_OUT', message: words.NoticeSoldOut });
    if (state === 'low') {
      notices.push({
        ...about,
        kind: 'LOW_STOCK',
        message: words.NoticeLow,
        left: availability?.left ?? null,
      });
    }
    return notices;
  });
}
