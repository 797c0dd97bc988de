import { Link } from '@tanstack/react-router';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { Picture } from '../ui/picture.js';
import { QuantityStepper } from '../ui/quantity-stepper.js';
import type { CartData, CartLineData } from './cart.query.js';
import { cartTexts } from './cart.texts.js';
import { CartNotice } from './cart-notice.js';
import { LineNotices } from './line-notices.js';
import { useWantedQuantity } from './use-wanted-quantity.js';

const MOST = 99;

type Props = {
  line: CartLineData;
  notices: CartData['notices'];
  onQuantity: (quantity: number) => Promise<string | null>;
  onRemove: () => void;
  /** The drawer closes when a name in it is followed. */
  onFollow?: (() => void) | undefined;
};

/** One thing in the basket, with whatever has to be said about it. */
export function CartLineRow({ line, notices, onQuantity, onRemove, onFollow }: Props) {
  const t = useTexts(cartTexts);
  const f = useFormats();
  const { wanted, want, refusal } = useWantedQuantity(line.quantity, onQuantity);
  return (
    <li className="grid grid-cols-[88px_1fr] gap-4 border-b border-line py-[18px]">
      <Picture picture={line.picture.key} alt="" sizes="88px" faded={line.stock === 'SOLD_OUT'} />
      <div>
        <div className="flex justify-between gap-3 text-ui">
          <div>
            <Link
              to="/products/$slug"
              params={{ slug: line.slug }}
              className="font-strong hover:underline"
              {...(onFollow ? { onClick: onFollow } : {})}
            >
              {line.title}
            </Link>
            {line.choice && <p className="text-small text-ink-3">{line.choice}</p>}
          </div>
          <div className="text-right whitespace-nowrap tabular-nums">
            {f.money(line.total)}
            {line.quantity > 1 && <p className="text-small text-ink-3">{t.each(f.money(line.unitPrice))}</p>}
          </div>
        </div>
        <LineNotices line={line} notices={notices} />
        {refusal && <CartNotice kind="refused">{refusal}</CartNotice>}
        <div className="mt-2.5 flex items-center justify-between">
          <QuantityStepper
            value={wanted}
            most={Math.max(line.quantity, line.left ?? MOST)}
            of={line.title}
            onChange={want}
          />
          <button
            type="button"
            onClick={onRemove}
            aria-label={t.removeThing(line.title)}
            className="link min-h-11 text-small text-ink-2 hover:text-ink"
          >
            {t.remove}
          </button>
        </div>
      </div>
    </li>
  );
}
