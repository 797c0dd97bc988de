import { Ticket } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { Button } from '../ui/button.js';
import type { CartData } from './cart.query.js';
import { cartTexts } from './cart.texts.js';
import { CartNotice } from './cart-notice.js';

type Props = {
  coupon: CartData['coupon'];
  problem: CartData['couponProblem'];
  apply: (code: string | null) => Promise<string | null>;
};

/** The coupon in the basket, or the place to type one. */
export function CartCoupon({ coupon, problem, apply }: Props) {
  const t = useTexts(cartTexts);
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  if (coupon) {
    return (
      <div className="text-small">
        <div className="flex min-h-11 items-center justify-between gap-3">
          <span className="flex items-center gap-2">
            <Ticket aria-hidden="true" className="size-4" strokeWidth={1.5} />
            {coupon.title}
          </span>
          <button
            type="button"
            className="link min-h-11 text-ink-2 hover:text-ink"
            onClick={() => void apply(null)}
          >
            {t.takeOff}
          </button>
        </div>
        {problem && <CartNotice kind="refused">{t.problem[problem]}</CartNotice>}
      </div>
    );
  }
  if (!open) {
    return (
      <button
        type="button"
        className="link min-h-11 text-small text-ink-2 hover:text-ink"
        onClick={() => setOpen(true)}
      >
        {t.addCoupon}
      </button>
    );
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get('code');
    if (typeof code === 'string' && code.trim()) void apply(code.trim().toUpperCase()).then(setRefusal);
  };
  return (
    <form onSubmit={submit} className="pb-2">
      <div className="flex gap-2">
        <input
          // biome-ignore lint/a11y/noAutofocus: the shopper has just asked for this field
          autoFocus
          name="code"
          aria-label={t.code}
          aria-invalid={refusal ? true : undefined}
          placeholder={t.code}
          autoCapitalize="characters"
          autoComplete="off"
          maxLength={40}
          className="h-11 min-w-0 flex-1 rounded-control border border-rule bg-raised px-3 text-small uppercase placeholder:normal-case"
        />
        <Button type="submit" size="small">
          {t.apply}
        </Button>
      </div>
      {refusal && <CartNotice kind="refused">{refusal}</CartNotice>}
    </form>
  );
}
