import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/i18n-context.js';
import { buttonClass } from '../ui/button.js';
import { Mark } from '../ui/mark.js';
import { cartTexts } from './cart.texts.js';

/** An empty basket: a reason and a next step. */
export function CartEmpty({ onFollow }: { onFollow?: () => void }) {
  const t = useTexts(cartTexts);
  return (
    <div className="grid justify-items-start gap-4 py-10">
      <Mark className="w-14 text-ink-3" />
      <div>
        <p className="font-strong">{t.empty}</p>
        <p className="mt-1 max-w-[44ch] text-small text-ink-2">{t.emptyNote}</p>
      </div>
      <Link to="/shop" className={buttonClass('quiet', 'small')} {...(onFollow ? { onClick: onFollow } : {})}>
        {t.startShopping}
      </Link>
    </div>
  );
}
