import { useQuery } from 'urql';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { CheckBox } from '../../ui/check-box.js';
import { CheckoutQuery } from './checkout.query.js';
import { checkoutTexts } from './checkout.texts.js';

type Props = { available: number; on: boolean; onChange: (on: boolean) => void };

/** Offers to spend as many points as this order can take; what that comes to is the server's answer. */
export function PointsChoice({ available, on, onChange }: Props) {
  const t = useTexts(checkoutTexts);
  const f = useFormats();
  const [{ data }] = useQuery({ query: CheckoutQuery, variables: { points: available } });
  if (!data || data.cart.pointsSpent === 0) return null;
  const { pointsSpent, pointsValue } = data.cart;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is inside
    <label className="mt-6 flex min-h-15 cursor-pointer items-center gap-2.5 border-t border-line text-small">
      <CheckBox checked={on} onChange={() => onChange(!on)} />
      <span className="flex-1">{t.spendPoints(f.number(pointsSpent), f.number(available))}</span>
      <span className="tabular-nums">{f.money({ ...pointsValue, minor: -pointsValue.minor })}</span>
    </label>
  );
}
