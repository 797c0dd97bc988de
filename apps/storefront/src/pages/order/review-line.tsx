import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import { reviewTexts } from './review.texts.js';

const ReviewForm = lazy(() => import('./review-form.js'));

/** A review of one thing of the order, written where the thing stands. */
export function ReviewLine({ productId, title }: { productId: string; title: string }) {
  const t = useTexts(reviewTexts);
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <Suspense fallback={null}>
        <ReviewForm productId={productId} onClose={() => setOpen(false)} />
      </Suspense>
    );
  }
  return (
    <button
      type="button"
      aria-label={t.writeOf(title)}
      onClick={() => setOpen(true)}
      className="link min-h-11 text-small text-ink-2 hover:text-ink"
    >
      {t.write}
    </button>
  );
}
