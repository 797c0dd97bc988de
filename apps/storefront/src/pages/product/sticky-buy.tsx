import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { buttonClass } from '../../ui/button.js';
import type { VariantData } from './product.query.js';
import { productTexts } from './product.texts.js';

type Props = {
  variant: VariantData;
  /** It is in the basket: the bar leads there now. */
  added: boolean;
  children: ReactNode;
};

/** Price and button where the thumb is, over the bottom bar of a phone. */
export function StickyBuy({ variant, added, children }: Props) {
  const t = useTexts(productTexts);
  const f = useFormats();
  return (
    <div className="fixed inset-x-0 bottom-0 z-25 flex items-center gap-3 border-t border-line bg-raised px-(--gutter) pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] md:hidden">
      <div className="leading-tight tabular-nums">
        <p className="font-strong">{f.money(variant.price)}</p>
        {variant.stock === 'LOW' && (
          <p className="text-micro text-ember">{t.left(f.number(variant.left ?? 0))}</p>
        )}
        {variant.stock === 'SOLD_OUT' && <p className="text-micro text-ink-3">{t.soldOut}</p>}
      </div>
      {added ? (
        <Link to="/cart" className={buttonClass('primary', 'normal', 'flex-1')}>
          {t.openBasket}
        </Link>
      ) : (
        children
      )}
    </div>
  );
}
