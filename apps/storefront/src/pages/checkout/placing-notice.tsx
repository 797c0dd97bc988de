import { Link } from '@tanstack/react-router';
import { assertNever } from '../../app/assert-never.js';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { CallOut } from '../../ui/call-out.js';
import type { CheckoutCart } from './checkout.query.js';
import { checkoutTexts } from './checkout.texts.js';
import type { Placing } from './use-place-order.js';

/** Why the order was not made, and what to do about it. */
export function PlacingNotice({ placing, cart }: { placing: Placing; cart: CheckoutCart }) {
  const words = useWords(placing, cart);
  if (!words) return null;
  return (
    <div role="alert">
      <CallOut tone="ember">{words}</CallOut>
    </div>
  );
}

function useWords(placing: Placing, cart: CheckoutCart) {
  const t = useTexts(checkoutTexts);
  const f = useFormats();
  if (placing.kind === 'open' || placing.kind === 'placed') return null;
  if (placing.kind === 'lost') return <p>{t.lost}</p>;
  const { refusal, expected } = placing;
  switch (refusal.__typename) {
    case 'PriceChanged':
      return <p>{t.priceMoved(f.money(expected), f.money(refusal.total))}</p>;
    case 'SoldOut':
      return (
        <>
          <p className="font-strong">{t.soldOut}</p>
          <ul className="mt-1">
            {refusal.lines.map(({ sku, available }) => (
              <li key={sku}>
                {t.shortLine(cart.lines.find((line) => line.sku === sku)?.title ?? sku, available)}
              </li>
            ))}
          </ul>
          <Link to="/cart" className="link mt-2 inline-flex min-h-11 items-center">
            {t.changeBasket}
          </Link>
        </>
      );
    case 'TooBusy':
      return <p>{t.busy}</p>;
    case 'InvalidInput':
      return (
        <>
          <p className="font-strong">{refusal.message}</p>
          <ul className="mt-1">
            {refusal.problems.map(({ path, message }) => (
              <li key={path.join('.')}>{message}</li>
            ))}
          </ul>
        </>
      );
    case 'CartEmpty':
    case 'CouponRefused':
    case 'NotEnoughPoints':
      return <p>{refusal.message}</p>;
    default:
      return assertNever(refusal);
  }
}
