import { assertNever } from '../app/assert-never.js';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import type { CartData, CartLineData } from './cart.query.js';
import { cartTexts } from './cart.texts.js';
import { CartNotice } from './cart-notice.js';

type Notice = CartData['notices'][number];

/** What changed about a line since it was put in, with the figures that matter. */
export function LineNotices({ line, notices }: { line: CartLineData; notices: readonly Notice[] }) {
  return notices.map((notice) => <LineNotice key={notice.kind} line={line} notice={notice} />);
}

function LineNotice({ line, notice }: { line: CartLineData; notice: Notice }) {
  const t = useTexts(cartTexts);
  const f = useFormats();
  const { kind, priceWas, left } = notice;
  switch (kind) {
    case 'PRICE_CHANGED':
      if (!priceWas) return null;
      return (
        <CartNotice kind={line.unitPrice.minor > priceWas.minor ? 'dearer' : 'cheaper'}>
          {t.priceChanged(f.money(priceWas), f.money(line.unitPrice))}
        </CartNotice>
      );
    case 'LOW_STOCK':
      return <CartNotice kind="low">{t.onlyLeft(f.number(left ?? line.left ?? 0))}</CartNotice>;
    case 'SOLD_OUT':
      return <CartNotice kind="sold-out">{t.soldOut}</CartNotice>;
    default:
      return assertNever(kind);
  }
}
