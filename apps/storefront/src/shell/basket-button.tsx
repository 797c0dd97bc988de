import { Link } from '@tanstack/react-router';
import { ShoppingBasket } from 'lucide-react';
import { preloadCartDrawer } from '../cart/cart-drawer-slot.js';
import { showCartDrawer } from '../cart/cart-drawer-state.js';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { isWide } from '../product/wide.js';
import { iconButtonClass } from '../ui/icon-button-class.js';
import { shellTexts } from './shell.texts.js';

/** Opens the drawer where there is room for it, the page where there is not. */
export function BasketButton({ count }: { count: number }) {
  const t = useTexts(shellTexts);
  const f = useFormats();
  return (
    <Link
      to="/cart"
      aria-label={count > 0 ? t.basketWith(f.number(count)) : t.basket}
      className={iconButtonClass}
      onPointerEnter={preloadCartDrawer}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || !isWide()) return;
        event.preventDefault();
        showCartDrawer(true);
      }}
    >
      <ShoppingBasket aria-hidden="true" className="size-5" strokeWidth={1.5} />
      {count > 0 && (
        <b className="absolute top-[5px] right-[3px] min-w-[17px] rounded-full bg-sea px-1 text-center text-[11px]/[17px] font-strong text-on-sea tabular-nums">
          {f.number(count)}
        </b>
      )}
    </Link>
  );
}
